// Whether chance or a person put letters and digits together. Words and identifiers keep to few
// pairs of letters and change seldom between letters and digits; a random token does neither.
// Entropy cannot tell them apart at 20 characters, these pairs can.

// The 120 commonest pairs of neighbouring letters in the identifiers of this project's dependencies
// (28,000 different ones): 79 % of all their pairs, and 18 % of those of random letters.
const COMMON =
  "eronreintetiatenorntesstdeleiocoarraalmeseeditropeecetlitactritrnsmangexprangendpaac" +
  "toceeafinaasodsiisrtvechtyneoplasscaunlodinoemheampoigolptthurncadckulrsomefimhaouel" +
  "ilypblmpkeagicabutllfosoapmoidocplvatsotrrttqusciecluecrdaianiaiowsplumi";

/** By first letter, a bit for each second letter. */
const FOLLOWERS = new Int32Array(26);
for (let i = 0; i < COMMON.length; i += 2) {
  const first = COMMON.charCodeAt(i) - 97;
  FOLLOWERS[first] = (FOLLOWERS[first] ?? 0) | (1 << (COMMON.charCodeAt(i + 1) - 97));
}

/** Units looked at: a token shows its nature within them, and a hostile one costs no more. */
const LOOK_MAX = 96;
const DIGIT = 26;
const NEITHER = 27;

/** True where `strangeMin` neighbours at least, and three in five, are such as no word has. */
export function isRandom(run: string, strangeMin: number): boolean {
  const end = Math.min(run.length, LOOK_MAX);
  let strange = 0;
  let usual = 0;
  let before = NEITHER;
  for (let i = 0; i < end; i++) {
    const here = kind(run.charCodeAt(i));
    if (here < DIGIT && before < DIGIT) {
      if (((FOLLOWERS[before] ?? 0) >>> here) & 1) usual++;
      else strange++;
    } else if (here !== before && here !== NEITHER && before !== NEITHER) {
      strange++;
    }
    before = here;
  }
  return strange >= strangeMin && strange * 5 >= (strange + usual) * 3;
}

/** ASCII letters and digits, "_" and "-": what names and tokens are made of. */
export function isWordUnit(unit: number): boolean {
  return kind(unit) < NEITHER || unit === 95 || unit === 45;
}

/** The letter's place in the alphabet, whatever its case; or DIGIT; or NEITHER. */
function kind(unit: number): number {
  const letter = (unit | 32) - 97;
  if (letter >= 0 && letter < 26) return letter;
  return unit >= 48 && unit <= 57 ? DIGIT : NEITHER;
}
