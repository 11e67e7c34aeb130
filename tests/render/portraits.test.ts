import {describe, expect, it} from 'vitest'
import {episodeFile, planFiles, showFile} from '../temporary-show.ts'

const people = {
  'show.yaml': showFile('hosts: [{name: Mara Winter, image: art/mara.jpg}]'),
  'art/mara.jpg': 'a picture',
  'guest/jo.md': '+++\ntitle = "Jo Lund"\nThumbnail = "img/guests/jo.png"\n+++\n',
  'static/img/guests/jo.png': 'another',
  'guest/ada.md': '---\ntitle: Ada Berg\nimage: beside.webp\n---\n',
  'guest/beside.webp': 'a third',
}

it('hosts of the show are complete: name, role, page and picture', async () => {
  const hosts = 'hosts: [Mara Winter, {name: Jo, role: Co-Host, github: jo, image: https://example.org/jo.jpg}]'
  const {files} = await planFiles({'show.yaml': showFile(hosts), 'one.md': episodeFile('one')})
  const rss = files.get('feed.xml') ?? ''
  expect(rss.match(/<podcast:person role="host" group="cast">Mara Winter</g)).toHaveLength(2)
  expect(rss).toContain(
    '<podcast:person role="co-host" group="cast" img="https://example.org/jo.jpg" href="https://github.com/jo">Jo<',
  )
})

const pictured = (rss: string) =>
  [...rss.matchAll(/<podcast:person [^>]*img="([^"]*)"[^>]*>([^<]*)/g)].map(([, url, name]) => `${name}: ${url}`)

describe('the picture of a person', () => {
  it('is published once, however many episodes the person is in', async () => {
    const {files, plannedTwice, problems} = await planFiles({
      ...people,
      'one.md': episodeFile('one', ['guests: [jo, ada]']),
      'two.md': episodeFile('two', ['guests: [jo]']),
    })
    expect(problems.filter(({severity}) => severity !== 'info')).toEqual([])
    expect(plannedTwice).toEqual([])
    expect([...files.keys()].filter((path) => path.startsWith('images/'))).toEqual([
      'images/people/art-mara.jpg',
      'images/people/static-img-guests-jo.png',
      'images/people/guest-beside.webp',
    ])
    const mara = 'Mara Winter: https://trial.example/images/people/art-mara.jpg'
    const jo = 'Jo Lund: https://trial.example/images/people/static-img-guests-jo.png'
    const ada = 'Ada Berg: https://trial.example/images/people/guest-beside.webp'
    expect(pictured(files.get('feed.xml') ?? '')).toEqual([mara, mara, jo, ada, mara, jo])
    expect(files.get('feed.json')).toContain('"avatar": "https://trial.example/images/people/guest-beside.webp"')
    expect(files.get('episodes/two/index.html')).toContain('images/people/static-img-guests-jo.png')
  })

  it('that is not there is left out of every feed, and told once, where it was named', async () => {
    const {files, problems} = await planFiles({
      'guest/jo.md': people['guest/jo.md'],
      'one.md': episodeFile('one', ['guests: [jo]']),
      'two.md': episodeFile('two', ['guests: [jo, {name: Ada, image: ../ada.jpg}, {name: Bo, image: notes.txt}]']),
      'notes.txt': 'no picture',
    })
    expect(pictured(files.get('feed.xml') ?? '')).toEqual([])
    expect(files.get('feed.json')).not.toContain('avatar')
    expect(problems.filter(({code}) => code === 'portrait-missing')).toMatchObject([
      {
        code: 'portrait-missing',
        severity: 'info',
        file: 'guest/jo.md',
        message: expect.stringContaining('img/guests/jo.png'),
      },
      {severity: 'info', file: 'two.md', line: 5, message: expect.stringContaining('../ada.jpg')},
      {severity: 'info', file: 'two.md', line: 5, message: expect.stringContaining('notes.txt')},
    ])
  })
})
