import {describe, expect, it} from 'vitest'
import {media, planFiles} from '../temporary-show.ts'

// Situations of public bug reports of other tools that no other test has.

async function itemOf(lines: readonly string[], more: Parameters<typeof planFiles>[0] = {}, name = 'one.md') {
  const {files, problems} = await planFiles({
    [name]: `---\ntitle: One\ndate: 2026-01-31\n${lines.join('\n')}\n---\nHello.\n`,
    ...more,
  })
  return {item: JSON.parse(files.get('feed.json') ?? '{"items": [{}]}').items[0], files, problems}
}

describe('front matter of other tools', () => {
  it('has the media in a map (frjo/hugo-theme-zen#44)', async () => {
    const lines = ['podcast:', '  mp3: /podcast/ep 1.mp3', '  duration: "10:00"']
    const {item, problems} = await itemOf(lines, {'static/podcast/ep 1.mp3': media.mp3})
    expect(item.attachments).toMatchObject([{url: 'https://trial.example/media/one.mp3', size_in_bytes: 2788}])
    expect(problems.map(({code}) => code)).not.toContain('episode-without-media')
    const remote = ['podcast: {mp3: https://m.example/1.mp3, size: 5000000, duration: "10:00"}']
    expect((await itemOf(remote)).item.attachments).toMatchObject([
      {url: 'https://m.example/1.mp3', size_in_bytes: 5_000_000, duration_in_seconds: 600},
    ])
  })

  it('has the length of the enclosure beside it (getnikola/nikola#2338)', async () => {
    const {item} = await itemOf(['enclosure: https://m.example/1.mp3', 'enclosure_length: 50000000'])
    expect(item.attachments).toMatchObject([{url: 'https://m.example/1.mp3', size_in_bytes: 50_000_000}])
  })

  it('has an enclosure in a list (cryogen-project/cryogen-core#37)', async () => {
    const {item} = await itemOf(['enclosure: [{url: "https://m.example/01_ep.mp3"}]'])
    expect(item.attachments).toMatchObject([{url: 'https://m.example/01_ep.mp3'}])
  })

  it('has season and number behind the date of its name (mozilla/irlpodcast#104)', async () => {
    const {item} = await itemOf(['audio: https://m.example/1.mp3'], {}, '2026-01-31-S03E02-press-play.md')
    expect(item._podcast).toMatchObject({season: 3, episode: 2})
  })

  it.each(['000 Nullnummer.mp3', '000%20Nullnummer.mp3'])(
    'names a file with spaces (podlove/podlove-publisher#163): %s',
    async (audio) => {
      const {item, problems} = await itemOf([`audio: ${audio}`], {'000 Nullnummer.mp3': media.mp3})
      expect(item.attachments).toMatchObject([{size_in_bytes: 2788}])
      expect(problems).toEqual([])
    },
  )
})

describe('files beside an episode', () => {
  const audio = ['audio: {url: https://m.example/1.mp3, size: 5000000, duration: 10:00}']

  it('have a speaker on a line of their own (buzzsprout/buzzsprout-api#55)', async () => {
    const srt =
      '1\n00:00:10,980 --> 00:00:14,200\nJohn Smith:\nWelcome.\n\n2\n00:00:15,000 --> 00:00:18,000\nJane Doe:\nThanks.\n'
    const {files} = await itemOf(audio, {'one.srt': srt})
    expect(files.get('episodes/one/transcript.vtt')).toContain('<v John Smith>Welcome.')
    expect(files.get('episodes/one/transcript.vtt')).toContain('<v Jane Doe>Thanks.')
  })

  it('have minutes and seconds in the comments of chapters (AntennaPod/AntennaPod#5105)', async () => {
    const chapters = 'CHAPTER001=00:00\nCHAPTER001NAME=Intro\nCHAPTER002=04:30\nCHAPTER002NAME=Two\n'
    const {files} = await itemOf(audio, {'one.chapters.txt': chapters})
    expect(JSON.parse(files.get('episodes/one/chapters.json') ?? '').chapters[1].startTime).toBe(270)
  })
})
