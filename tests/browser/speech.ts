/** A language in which somebody speaks in the large show. */
export type Tongue = {
  readonly language: string
  readonly titles: readonly string[]
  readonly topics: readonly string[]
  readonly people: readonly string[]
  readonly sentences: readonly string[]
  /** Said once in each transcript of this language, at `phraseAt`, and nowhere else. */
  readonly phrase: string
}

export const phraseAtInSeconds = 3720

export const tongues: readonly Tongue[] = [
  {
    language: 'en',
    titles: [
      'The last sleeper to Narvik',
      'Light',
      'What the signalman of Lund heard in forty years of nights at the line',
      'Over the pass',
    ],
    topics: ['Night trains', 'Signals', 'Timetables', 'Stations', 'Snow'],
    people: ['John Smith', 'Mara Winter', 'Ada Berg'],
    sentences: [
      'Good evening, this is the first train of the year.',
      'We stood on the platform and counted the carriages as they came in from the north.',
      'Nobody had told the driver that the points were frozen, so he waited for an hour.',
      'In the morning the whole valley was white, and you could hear the river below the ice.',
      'It is a small thing, but it is how people remember a place.',
    ],
    phrase: 'The lantern was hidden behind the zinc counter',
  },
  {
    language: 'de',
    titles: [
      'Der Nachtzug über die Brücke',
      'Weichenwärterin',
      'Eisenbahnverkehrswegekreuzungsgesetz und was daraus wurde',
    ],
    topics: ['Nachtzüge', 'Brücken', 'Fahrpläne', 'Bahnhöfe'],
    people: ['Jürgen Müller', 'Änne Größer'],
    sentences: [
      'Guten Abend, das ist der erste Zug des Jahres.',
      'Wir standen am Bahnsteig und zählten die Wagen, die aus Norden kamen.',
      'Niemand hatte der Lokführerin gesagt, dass die Weichen vereist waren.',
      'Am Morgen war das ganze Tal weiß, und man hörte den Fluss unter dem Eis.',
    ],
    phrase: 'Die Laterne lag hinter dem Überführungsbäcker',
  },
  {
    language: 'ar',
    titles: ['قطار الليل الأخير', 'الجسر فوق النهر', 'ما سمعه عامل الإشارة في أربعين سنة'],
    topics: ['قطارات الليل', 'محطات', 'جسور', 'مواعيد'],
    people: ['ليلى حداد', 'يوسف منصور'],
    sentences: [
      'مساء الخير، هذا أول قطار في السنة.',
      'وقفنا على الرصيف نعد العربات وهي تصل من الشمال.',
      'لم يخبر أحد السائق أن الطريق متجمد فانتظر ساعة كاملة.',
      'في الصباح كان الوادي كله أبيض وكنا نسمع النهر تحت الجليد.',
    ],
    phrase: 'كان الفانوس مخبأ خلف المنضدة',
  },
  {
    language: 'ja',
    titles: ['最後の夜行列車', '橋', '信号手が四十年の夜に聞いたもの'],
    topics: ['夜行列車', '駅', '橋', '時刻表'],
    people: ['山田花子', '佐藤健'],
    sentences: [
      'こんばんは、今年最初の列車です。',
      '私たちはホームに立って、北から来る客車を数えました。',
      '誰も運転士に分岐器が凍っていると言わなかったので、一時間待ちました。',
      '朝になると谷は真っ白で、氷の下の川の音が聞こえました。',
    ],
    phrase: '提灯は亜鉛の台の後ろに隠されていた',
  },
  {
    language: 'zh',
    titles: ['最后一班夜车', '过桥'],
    topics: ['夜车', '车站', '桥'],
    people: ['王小明'],
    sentences: ['晚上好，这是今年的第一班火车。', '我们站在站台上，数着从北方来的车厢。', '早晨整个山谷都是白的。'],
    phrase: '灯笼藏在锌柜台后面',
  },
  {
    language: 'fr',
    titles: ['Le dernier train de nuit', 'L’été à Besançon'],
    topics: ['Trains de nuit', 'Gares', 'Été'],
    people: ['Zoé Lefèvre'],
    sentences: [
      'Bonsoir, c’est le premier train de l’année.',
      'Nous étions sur le quai et nous comptions les voitures qui venaient du nord.',
      'Au matin toute la vallée était blanche, et l’on entendait la rivière sous la glace.',
    ],
    phrase: 'La lanterne était cachée derrière le comptoir d’étain',
  },
]

/** Half of the show is in English. */
export function tongueOf(number: number): Tongue {
  // Every recorded episode (each fifteenth) has another language than the one before.
  const at = number % 15 === 0 ? number / 15 : number % 2 === 0 ? 0 : number
  const tongue = tongues[at % tongues.length]
  if (tongue === undefined) throw new Error('no tongue')
  return tongue
}

function clock(seconds: number): string {
  const whole = new Date(seconds * 1000).toISOString()
  return whole.slice(11, 23)
}

/** Captions of five seconds: 65 minutes, two people who take turns of half a minute. */
export function hourOfSpeech(number: number): string {
  const {sentences, people, phrase} = tongueOf(number)
  let state = number
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % below
  }
  const cues = Array.from({length: 780}, (_, at) => {
    const start = at * 5
    const speaker = Math.floor(at / 6) % 2 === 0 ? 'Kim Vale' : (people[number % people.length] ?? '')
    const text = start === phraseAtInSeconds ? phrase : mixed(sentences, next)
    return `${clock(start)} --> ${clock(start + 4.5)}\n<v ${speaker}>${text}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

/** The words of a sentence in another order, so that no hour is like another. */
function mixed(sentences: readonly string[], next: (below: number) => number): string {
  const words = (sentences[next(sentences.length)] ?? '').split(' ')
  const turn = next(words.length)
  return [...words.slice(turn), ...words.slice(0, turn)].join(' ')
}
