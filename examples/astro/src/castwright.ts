import {readFileSync} from 'node:fs'

export const read = (path: string) => JSON.parse(readFileSync(`public/${path}`, 'utf8'))
