import {xml} from '../text/markup/xml.ts'
import type {Namespace} from './tag.ts'

export const dublinCore: Namespace = {
  prefix: 'dc',
  uri: 'http://purl.org/dc/elements/1.1/',
  tags: [
    {
      name: 'dc:creator',
      spec: 'https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator',
      summary:
        'The hosts of an episode, if they are not the `author` of the show. Feed readers show them as its authors.',
      atom: 'contributor',
      json: 'authors',
      // `author` of RSS itself needs a mail address, which nobody should have to publish.
      item: ({people}, {channel}) => {
        const hosts = people.filter(({role}) => role === 'Host').map(({name}) => name)
        const isSaid = hosts.every((name) => channel.author.includes(name))
        return isSaid ? [] : hosts.map((name) => xml('dc:creator', {}, name))
      },
    },
  ],
}
