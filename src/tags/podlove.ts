import {xml} from '../text/markup/xml.ts'
import {formatTimestamp} from '../text/time/durations.ts'
import type {Namespace} from './tag.ts'

/** Times are complete Normal Play Times, because AntennaPod reads bare seconds as 0. */
export const podlove: Namespace = {
  prefix: 'psc',
  uri: 'http://podlove.org/simple-chapters',
  tags: [
    {
      name: 'psc:chapters',
      spec: 'https://podlove.org/simple-chapters/',
      summary: 'The chapters again, inside the feed. Spotify and AntennaPod read them there.',
      item: ({chapters}) => {
        const listed = chapters.filter(({hidden}) => hidden !== true)
        if (listed.length === 0) return []
        const rows = listed.map(({startInSeconds, title, url, image}) =>
          xml('psc:chapter', {start: formatTimestamp(startInSeconds), title, href: url, image}),
        )
        return [xml('psc:chapters', {version: '1.2'}, ...rows)]
      },
    },
  ],
}
