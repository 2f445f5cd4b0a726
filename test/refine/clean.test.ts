import { describe, expect, it } from "vitest";
import { Cleaner } from "../../src/refine/clean.ts";

describe("Cleaner", () => {
  it("counts what it takes out, over all fields", () => {
    const cleaner = new Cleaner();
    cleaner.text("message", "mail to reader@example.com failed", 200);
    cleaner.values("message", ["and", { contact: "other@example.com" }], 200);
    expect(cleaner.redactions).toEqual({ email: 2 });
  });

  it("finds a secret that invisible characters were meant to hide", () => {
    const cleaner = new Cleaner();
    const cleaned = cleaner.text("message", "mail to reader\u200b@exam\u200bple.com", 200);
    expect(cleaned).not.toContain("reader");
    expect(cleaner.redactions).toEqual({ email: 1 });
  });

  it("drops and notes a field whose cleaning fails, and passes nothing of it on", () => {
    const cleaner = new Cleaner();
    const hostile = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("hunter2hunter2");
        },
      },
    );
    const cleaned = cleaner.values("message", [hostile], 200);
    expect(cleaned).not.toContain("hunter2");
    expect(cleaner.text("type", "TypeError", 100)).toBe("TypeError");
  });

  it("cuts to length after redacting, so that no half of a secret stays", () => {
    const text = `${"word ".repeat(3)}https://user:pa55word-of-somebody@db.example/x`;
    for (let units = 1; units < text.length; units += 1) {
      expect(new Cleaner().text("message", text, units)).not.toContain("pa55");
    }
  });

  it("redacts what a team names, for that team only", () => {
    const text = "patient_id: Mayer-Lind, ward 3";
    const named = new Cleaner({ keys: ["patient_*"] });
    expect(named.name("function", text, 200)).not.toContain("Mayer");
    expect(new Cleaner().name("function", text, 200)).toContain("Mayer");
    expect(named.name("function", text, 200)).not.toContain("Mayer");
  });
});
