import {showFile, withLines} from '../temporary-show.ts'

/** Lines of a `network.yaml` with all that a network cannot do without. */
export const waves: readonly string[] = [
  'title: All Waves',
  'description: Two shows.',
  'site_url: https://waves.example/',
  'language: en',
  'author: Waves',
  'categories: [Technology]',
  'image: https://waves.example/cover.jpg',
]

/** A `network.yaml` of a network that has a guid. Each of `lines` takes the place of the line with its key. */
export function wavesFile(...lines: readonly string[]): string {
  return [...withLines(lines, [...waves, 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c']), ''].join('\n')
}

/** The `show.yaml` of one of its shows. */
export function waveShow(name: string, digit: number | string): string {
  return showFile(
    `title: ${name}`,
    `site_url: https://waves.example/${name}/`,
    `guid: 0d5a3d0e-5b69-5e0c-8f2c-6d1b8a7f9e2${digit}`,
  )
}
