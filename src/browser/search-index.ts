/** Looks up words in the shards of the seasons, the newest season first. Tells which episodes have all of the words, and where. */
export const searchIndexScript = String.raw`
// Asked for again each time and answered by 304: the parts of an index are of one build.
const loaded = new Map()
const load = (path, as) => {
  if (!loaded.has(path)) loaded.set(path, fetch(root + path, {cache: 'no-cache'}).then((answer) => (answer.ok ? answer[as]() : Promise.reject(answer.status))))
  return loaded.get(path)
}

// "ue" is what people type for an umlaut.
const spellings = (word) => [...new Set([word, word.replace(/([aou])e/g, '$1')])]

// Of each episode of a shard: its place in "word", and whether it is the word or one that goes on.
const placesOf = (shard, word) => shard.split('\n').map((line) => {
  let best
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (at > 0 && line[at - 1] !== ' ') continue
    const equals = line.indexOf('=', at)
    const isWhole = equals === at + word.length
    if (!isWhole && word.length < 3 && !unspaced.test(word)) continue
    const end = line.indexOf(' ', equals)
    const places = line.slice(equals + 1, end < 0 ? undefined : end)
    const [, marks, minutes] = /^([!~]*)(.*)$/.exec(places)
    best = best || {isWhole: false, marks: '', minutes: new Set(), isEverywhere: false}
    best.isWhole = best.isWhole || isWhole
    best.marks += marks
    if (minutes === '*') best.isEverywhere = true
    else for (const each of minutes.split(',')) if (each) best.minutes.add(parseInt(each, 36))
  }
  return best
})

const lookUp = async (season, shards, words) => {
  const found = await Promise.all(words.map(async (word) => {
    const all = await Promise.all(spellings(word).map(async (each) =>
      placesOf(await load('search/' + season + '/' + (bucketOf(each) % shards) + '.txt', 'text'), each)))
    return all.reduce((one, other) => one.map((places, at) => places || other[at]))
  }))
  const hits = []
  for (let at = 0; at < found[0].length; at += 1) {
    const places = found.map((each) => each[at])
    if (places.some((each) => !each)) continue
    const timed = places.filter((each) => !each.isEverywhere && each.minutes.size)
    // The minutes that have the most of the words, this one and the next taken together.
    const counts = new Map()
    for (const {minutes} of timed) for (const minute of minutes) {
      const near = timed.filter((each) => each.minutes.has(minute) || each.minutes.has(minute + 1)).length
      counts.set(minute, near)
    }
    const most = Math.max(0, ...counts.values())
    // What is said nearly everywhere is said soon.
    const isEverywhere = !timed.length && places.some((each) => each.isEverywhere)
    const minutes = isEverywhere ? [0, 1, 2, 3] : [...counts].filter(([, count]) => count === most).map(([minute]) => minute).sort((a, b) => a - b)
    const score = places.reduce((sum, {marks, isWhole}) => sum + (marks.includes('!') ? 8 : 0) + (marks.includes('~') ? 2 : 0) + (isWhole ? 2 : 0), 0)
    hits.push({at, minutes, score: score + (most === words.length ? 6 : 0)})
  }
  return hits.sort((a, b) => b.score - a.score)
}
`
