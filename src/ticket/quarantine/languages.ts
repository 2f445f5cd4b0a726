// All languages but English that the quarantine reads.
import { ARABIC } from "./languages/arabic.ts";
import { CHINESE } from "./languages/chinese.ts";
import { CZECH } from "./languages/czech.ts";
import { DANISH } from "./languages/danish.ts";
import { DUTCH } from "./languages/dutch.ts";
import { FRENCH } from "./languages/french.ts";
import { GERMAN } from "./languages/german.ts";
import { GREEK } from "./languages/greek.ts";
import { HEBREW } from "./languages/hebrew.ts";
import { HINDI } from "./languages/hindi.ts";
import { HUNGARIAN } from "./languages/hungarian.ts";
import { INDONESIAN } from "./languages/indonesian.ts";
import { ITALIAN } from "./languages/italian.ts";
import { JAPANESE } from "./languages/japanese.ts";
import { KOREAN } from "./languages/korean.ts";
import type { Language } from "./languages/language.ts";
import { PERSIAN } from "./languages/persian.ts";
import { POLISH } from "./languages/polish.ts";
import { PORTUGUESE } from "./languages/portuguese.ts";
import { ROMANIAN } from "./languages/romanian.ts";
import { RUSSIAN } from "./languages/russian.ts";
import { SPANISH } from "./languages/spanish.ts";
import { SWEDISH } from "./languages/swedish.ts";
import { THAI } from "./languages/thai.ts";
import { TURKISH } from "./languages/turkish.ts";
import { UKRAINIAN } from "./languages/ukrainian.ts";
import { VIETNAMESE } from "./languages/vietnamese.ts";

/** In Latin letters. */
export const LATIN_SCRIPT: readonly Language[] = [
  CZECH,
  DANISH,
  DUTCH,
  FRENCH,
  GERMAN,
  HUNGARIAN,
  INDONESIAN,
  ITALIAN,
  POLISH,
  PORTUGUESE,
  ROMANIAN,
  SPANISH,
  SWEDISH,
  TURKISH,
  VIETNAMESE,
];

/** In letters of their own. */
export const OTHER_SCRIPTS: readonly Language[] = [
  ARABIC,
  CHINESE,
  GREEK,
  HEBREW,
  HINDI,
  JAPANESE,
  KOREAN,
  PERSIAN,
  RUSSIAN,
  THAI,
  UKRAINIAN,
];

/** What tells that English is spoken, for comparison. */
export const ENGLISH_SMALL =
  "the a an is was were are of to and or not for on at it its this that with by from has have had been be can cannot could will would should must if you your we our as but when while than there which who";
