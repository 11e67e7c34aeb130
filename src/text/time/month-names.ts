/** From January to December: English, German, French, Spanish, Italian, Portuguese, Dutch. No name means different months in two of them. */
const languages = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
].map((names) => names.split(' '))

const lettersOfAbbreviation = 3

/** The number of a month, 1 to 12, by its name in small letters. Abbreviations are English, as in mail. */
export const monthNames: ReadonlyMap<string, number> = new Map([
  ...languages.flatMap((names) => names.map((name, index) => [name, index + 1] as const)),
  ...(languages[0] ?? []).map((name, index) => [name.slice(0, lettersOfAbbreviation), index + 1] as const),
  ['sept', 9],
  // Austria
  ['jänner', 1],
])
