import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readFrontMatter} from '../../../read/data/front-matter.ts'
import {isJsonObject} from '../../../text/json-object.ts'
import type {ImportRecord} from '../import-record.ts'
import type {CopyState} from './enrich-refusals.ts'

const usualFeed = 'feed.xml'

/** Where the copy is, by what the author says now (`site`), by the record, or by `show.yaml`. */
export function copyState(folder: string, record: ImportRecord | undefined, site: string | undefined): CopyState {
  const fields = showFieldsIn(folder)
  const written = typeof fields.site_url === 'string' ? fields.site_url : undefined
  const siteUrl = site ?? record?.site ?? written
  const feeds = isJsonObject(fields.feeds) ? Object.values(fields.feeds) : []
  const paths = [usualFeed, ...feeds.filter((path) => typeof path === 'string')]
  const feedUrls = siteUrl === undefined || !URL.canParse(siteUrl) ? [] : paths.flatMap((path) => below(siteUrl, path))
  return {siteUrl, feedUrls, guids: new Set(record?.episodes.map(({guid}) => guid))}
}

function below(siteUrl: string, path: string): readonly string[] {
  const site = siteUrl.replace(/\/?$/, '/')
  return URL.canParse(path, site) ? [new URL(path, site).href] : []
}

function showFieldsIn(folder: string): Readonly<Record<string, unknown>> {
  try {
    const text = readFileSync(join(folder, 'show.yaml'), 'utf8')
    return readFrontMatter(`---\n${text}\n---\n`, 'show.yaml').data
  } catch {
    return {}
  }
}
