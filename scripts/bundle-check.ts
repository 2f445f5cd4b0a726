// The tail bundle runs beside every request of every producer: at most 32 KiB, no zod, no SDK.
import { build } from "esbuild";

const BYTES_MAX = 32 * 1024;
const BANNED = /node_modules\/(zod|@linear|itty-router|preact)/;

const { metafile, outputFiles } = await build({
  entryPoints: ["src/tail.ts"],
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "esm",
  target: "es2024",
  logLevel: "error",
});
const bytes = outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
const banned = Object.keys(metafile.inputs).filter((path) => BANNED.test(path));
console.log(`outerloop-tail: ${bytes} of ${BYTES_MAX} bytes, minified`);
if (bytes > BYTES_MAX || banned.length > 0) {
  console.error(
    banned.length > 0
      ? `bundle: ${banned[0]} must not be in the tail bundle`
      : `bundle: ${bytes - BYTES_MAX} bytes too many in the tail bundle`,
  );
  process.exitCode = 1;
}
