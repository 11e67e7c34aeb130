// What a podcaster would write in an evening: gray-matter, marked and `feed`, a page for each episode.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Feed} from 'feed'
import matter from 'gray-matter'
import {marked} from 'marked'

const [source, output] = process.argv.slice(2)
if (source === undefined || output === undefined)
  throw new Error('Usage: node scripts/bench/plain-script.mjs SHOW OUTPUT')
const feed = new Feed({
  title: 'Bench',
  description: 'A generated show.',
  id: 'https://bench.example/',
  link: 'https://bench.example/',
  language: 'en',
  copyright: '',
  podcast: true,
  feedLinks: {json: 'https://bench.example/feed.json', atom: 'https://bench.example/atom.xml'},
})

mkdirSync(output, {recursive: true})
const episodes = readdirSync(source)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const {data, content} = matter(readFileSync(join(source, name), 'utf8'))
    return {slug: name.replace(/\.md$/, ''), data, html: marked.parse(content, {async: false})}
  })
  .sort((one, other) => other.data.date - one.data.date)

for (const {slug, data, html} of episodes) {
  const link = `https://bench.example/episodes/${slug}/`
  feed.addItem({
    title: data.title,
    id: link,
    link,
    date: data.date,
    content: html,
    description: data.description,
    image: data.image,
    audio: data.audio,
  })
  mkdirSync(join(output, 'episodes', slug), {recursive: true})
  writeFileSync(
    join(output, 'episodes', slug, 'index.html'),
    `<!doctype html><title>${data.title}</title><audio controls src="${data.audio.url}"></audio>${html}`,
  )
}
writeFileSync(join(output, 'feed.xml'), feed.rss2())
writeFileSync(join(output, 'atom.xml'), feed.atom1())
writeFileSync(join(output, 'feed.json'), feed.json1())
