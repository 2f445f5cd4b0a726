// Whether other languages than English tell of a deed where a word of it stands: "could not delete",
// "was deleted", "削除に失敗しました" order nothing. What stands around the word decides.
import { fold } from "./fold.ts";
import { LATIN_SCRIPT, OTHER_SCRIPTS } from "./languages.ts";
import type { Idea } from "./words.ts";

const BEFORE_UNITS = 28;
const AFTER_UNITS = 14;
/** A clause is looked at so far to both sides. */
const CLAUSE_UNITS = 70;

/** What ends a clause: beyond it nothing belongs to the word. */
const CLAUSE_END = /[.,!?:;\n。、，！？：；()«»"'`]/;
const SENTENCE_END = /[.!?:;\n。！？：；]/;

const words = (list: string): string => `(?:^|[^\\p{L}])(?:${list})(?:[^\\p{L}]|$)`;

const TELLS_BEFORE = new RegExp(
  [
    words(
      "(?:durfen|mogen|kunnen|peuvent|pueden|podem|possono|moga|mohou|pot|konnten?|nicht|kein|wurden?|fehler beim?|beim|versuch|kon|niet|werd|werden|bij het|kunde|inte|gick|vid|kunne|ble|blev|ikke|impossible|n'a|n'ont|pas pu|lors|ete|erreur|echec|a l'|pudo|pudieron|puede|error al|al|fallo al|fue|sido|nao foi|nao pode|falha ao|erro ao|ao|foi|foram|impossibile|non|errore|stato|stata|durante|nie|udalo|podczas|blad|zostal[aoy]?|nelze|nepodarilo|chyba pri|pri|byl[aoy]?|nu|eroare la|esec la|nem|sikerult)",
    ),
    "могут |можуть |μπορουν|יכולים|не удалось|невозможно|нельзя|не может|не смог|ошибка при|попытк|был[аои]? |не вдалося|неможливо|помилка|під час|تعذر|لا يمكن|فشل|اثناء|لم يتم|تم |لا ניתן|לא ניתן|נכשל|שגיאה ב|khong the|that bai|loi khi|da bi|tidak dapat|tidak bisa|gagal|kesalahan saat|telah",
    "无法|無法|不能|未能|不可|不得|禁止|已被|被|正在|未|没有|沒有|할 수 없|하지 못|δεν|αδυναμια|نمیتوان|ممکن نیست|خطا در|ไม่สามารถ|ถูก",
  ].join("|"),
  "u",
);
const TELLS_AFTER =
  /^(?:[^\n]{0,6}(?:でき|され|しました|した[^い]|する前|前に|सकत|기 전|से पहले|中の|中に|中で|中です|に失敗|エラー|失败|失敗|出错|错误|할 수 없|하지 못|했습|하였|했다|되었|됐|됨|중이|중에|중 |실패|edilemedi|yapilamadi|alinamadi|ilemedi|olunamadi|नहीं|विफल|असफल|गया|दिया गया|किया गया|する権限|の権限|할 권한|की अनुमति|करने की अनुमति|yetki|ممکن نیست|شد))/;

/** "Before sending the form": what is done anyway. */
const BEFORE_THAT =
  /(?:^|[^\p{L}])(?:avant de |avant d'|antes de |prima di |przed |pred |перед |перш ніж |innan |inainte de a |truoc khi |sebelum |قبل |قبل از |לפני ש?|πριν |ก่อน)$/u;

/** Nobody is told to do what nobody may: "no right to delete", with a comma between or not. */
const FORBIDDEN_BEFORE = new RegExp(
  [
    words(
      "(?:berechtigung(?:en)?|berechtigt|befugt|befugnis|rechte?|autorise(?:e|s|es)?|droits?|permission de|permiso|permisos|autorizad[oa]|permissao|permissoes|autorizzat[oaie]|autorizzazion[ei]|permess[oi]|rechten|bevoegd|toestemming|behorighet|tilladelse|tillatelse|uprawnien|opravneni|permisiunea|dreptul|jogosultsaga?|izin|hak akses|quyen)",
    ),
    "нет прав|прав на|недостаточно прав|немає прав|ليس لديك|اذن ل|صلاحيه ل|صلاحية ل|اجازه|אין לך|הרשאה|권한|权限|權限|δικαιωμα|สิทธิ",
  ].join("|"),
  "u",
);

/** "Only administrators may delete users." */
const ONLY_SOME = new RegExp(
  [
    words(
      "(?:nur|seuls?|solo|apenas|somente|soltanto|alleen|tylko|pouze|jen|yalnizca|sadece|endast|bara|kun|bare|chi|hanya|doar|numai|csak)",
    ),
    "только|лише|тільки|فقط|केवल|רק |μονο|只有|仅|僅|เฉพาะ",
  ].join("|"),
  "u",
);
const SOME =
  /administrat|admin|beheer|spravc|yonetici|管理|مدير|مدیر|مسؤول|مسوول|مسئول|व्यवस्थापक|מנהל|διαχειριστ|quan tri|ผู้ดูแล|rendszergazd|адміністрат|администрат|inhaber|eigentumer|proprietair|propietari|proprietari|wlascicel|eigena|владел|власник|所有者/u;

/** What cannot be or is not, anywhere in a clause. */
const DENIED = new RegExp(
  [
    words(
      "(?:nicht|kein|keine|noch|pas|no|nao|non|niet|geen|inte|ikke|nie|ne|nelze|nebyla?|nemuze|nem|nu|not|degil|tidak|belum|khong the|chua)",
    ),
    "\\p{L}[ae]m[ae](?:z|di)(?:[^\\p{L}]|$)|(?:^|[^\\p{L}])(?:не |нельзя|невозможно)|لا يمكن|لم |ليس|נית[ןנ]|לא |δεν |نمیتوان|نشد|नहीं|できま|ません|不得|不能|无法|無法|未|없|않|못|ไม่สามารถ|ยังไม่",
  ].join("|"),
  "u",
);

/** What a company approves every day, in all languages. */
const MATTERS = new RegExp(
  [...LATIN_SCRIPT, ...OTHER_SCRIPTS]
    .flatMap(({ matters = "" }) => matters.split(" "))
    .filter(Boolean)
    .map((matter) => fold(matter.replace("*", "").replaceAll("_", " ")))
    .map((matter) =>
      /[\p{sc=Han}\p{sc=Thai}\p{sc=Hangul}\p{sc=Arabic}]/u.test(matter)
        ? matter
        : `(?<!\\p{L})${matter}`,
    )
    .join("|"),
  "u",
);

/** Whether the words around a unit of a folded text tell of the deed that begins there. */
export function isToldAround(folded: string, unit: number): boolean {
  const before =
    folded
      .slice(Math.max(0, unit - BEFORE_UNITS), unit)
      .split(CLAUSE_END)
      .at(-1) ?? "";
  if (TELLS_BEFORE.test(before) || BEFORE_THAT.test(before)) return true;
  const after = folded.slice(unit, unit + AFTER_UNITS).split(CLAUSE_END)[0] ?? "";
  if (TELLS_AFTER.test(after)) return true;
  if (isLabel(folded, unit)) return true;
  const sentence =
    folded
      .slice(Math.max(0, unit - CLAUSE_UNITS), unit)
      .split(SENTENCE_END)
      .at(-1) ?? "";
  return FORBIDDEN_BEFORE.test(sentence) || isOnlyForSome(folded, unit, sentence);
}

function isOnlyForSome(folded: string, unit: number, before: string): boolean {
  const after = folded.slice(unit, unit + BEFORE_UNITS).split(SENTENCE_END)[0] ?? "";
  return (
    (ONLY_SOME.test(before) && SOME.test(before)) ||
    /관리자만|소유자만/.test(before) ||
    /のみ(?:可能|でき|が)/.test(after)
  );
}

/** Whether it stands in quotes as a label does: “Forgot password”. English quotes are for order.ts. */
function isLabel(folded: string, unit: number): boolean {
  const before = folded.slice(Math.max(0, unit - BEFORE_UNITS), unit);
  const after = folded.slice(unit, unit + BEFORE_UNITS);
  return /[„“«「『][^„“”«»「」『』]*$/.test(before) && /^[^„“”«»「」『』]*[“”»」』]/.test(after);
}

/** Whether a word of another language than English does not mean an idea where it stands. */
export function isToldOf(idea: Idea, folded: string, unit: number): boolean {
  if (idea === "dropped") return isToldAround(folded, unit);
  if (idea !== "without" && idea !== "approved") return false;
  const clause = clauseAround(folded, unit);
  return DENIED.test(clause) || (idea === "approved" && MATTERS.test(clause));
}

/** The clause in which a unit stands. */
function clauseAround(folded: string, unit: number): string {
  const before =
    folded
      .slice(Math.max(0, unit - CLAUSE_UNITS), unit)
      .split(CLAUSE_END)
      .at(-1) ?? "";
  return before + (folded.slice(unit, unit + CLAUSE_UNITS).split(CLAUSE_END)[0] ?? "");
}
