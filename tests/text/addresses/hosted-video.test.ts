import {describe, expect, it} from 'vitest'
import {parseHostedVideo} from '../../../src/text/addresses/hosted-video.ts'

const uuid = '9c9de5e8-0a1e-484a-b099-e80766180a6d'

describe('the video of an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['http://youtube.com/watch?list=PL1&v=igW5VWewuLE&t=90', 'youtube igW5VWewuLE'],
    ['https://m.youtube.com/watch?v=igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['https://music.youtube.com/watch?v=igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['https://youtu.be/igW5VWewuLE?si=abc', 'youtube igW5VWewuLE'],
    ['https://www.youtube.com/shorts/igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['https://www.youtube.com/live/igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['https://www.youtube.com/v/igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['//www.youtube.com/embed/igW5VWewuLE?start=3', 'youtube igW5VWewuLE'],
    ['https://www.youtube-nocookie.com/embed/igW5VWewuLE', 'youtube igW5VWewuLE'],
    ['https://vimeo.com/76979871', 'vimeo 76979871'],
    ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo 76979871'],
    ['https://vimeo.com/groups/shortfilms/videos/76979871', 'vimeo 76979871'],
    ['https://vimeo.com/album/2222/video/76979871', 'vimeo 76979871'],
    ['https://vimeo.com/ondemand/some/76979871', 'vimeo 76979871'],
    ['https://player.vimeo.com/video/76979871#t=1m30s', 'vimeo 76979871'],
    ['https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv', 'peertube kkGMgK9ZtnKfYAgnEtQxbv'],
    [`https://tube.example.org/videos/watch/${uuid}`, `peertube ${uuid}`],
    [`https://tube.example.org/videos/embed/${uuid}?start=5`, `peertube ${uuid}`],
  ])('%s', (url, expected) => {
    const video = parseHostedVideo(url)
    expect(`${video?.service} ${video?.id}`).toBe(expected)
    // Both addresses lead to the same video again.
    expect(parseHostedVideo(video?.pageUrl ?? '')).toEqual(video)
    expect(parseHostedVideo(video?.embedUrl ?? '')?.id).toBe(video?.id)
  })

  it('keeps the key of an unlisted video', () => {
    const video = parseHostedVideo('https://vimeo.com/76979871/abcdef0123')
    expect(video).toMatchObject({
      pageUrl: 'https://vimeo.com/76979871/abcdef0123',
      embedUrl: 'https://player.vimeo.com/video/76979871?h=abcdef0123',
    })
    expect(parseHostedVideo(video?.embedUrl ?? '')).toEqual(video)
  })

  it.each([
    'https://www.youtube.com/playlist?list=PL123',
    'https://www.youtube.com/embed/videoseries?list=PL123',
    'https://www.youtube.com/@somebody',
    'https://www.youtube.com/watch?v=tooShort',
    'https://youtube.com.evil.example/watch?v=igW5VWewuLE',
    'https://vimeo.com/somebody',
    'https://example.org/w/about',
    'https://tube.example.org/w/p/kkGMgK9ZtnKfYAgnEtQxbv',
    'javascript:alert(1)',
    'igW5VWewuLE',
    '',
  ])('is none: %s', (url) => {
    expect(parseHostedVideo(url)).toBeUndefined()
  })
})
