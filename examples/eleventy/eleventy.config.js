import {readFileSync} from 'node:fs'

const read = (path) => JSON.parse(readFileSync(`castwright/${path}`, 'utf8'))

export default function (config) {
  config.addPassthroughCopy({castwright: '/'})
  config.ignores.add('castwright/**')
  config.ignores.add('node_modules/**')
  config.addGlobalData('show', () => read('data.json'))
  config.addGlobalData('episodes', () => read('data.json').episodes.map(({slug}) => read(`episodes/${slug}/data.json`)))
}
