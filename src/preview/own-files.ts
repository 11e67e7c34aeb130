import {previewScript} from '../browser/scripts.ts'
import {appPage} from './app-page.ts'
import {deskPage} from './desk-page.ts'
import {ownPaths} from './own-paths.ts'
import {previewStyle} from './preview-style.ts'
import type {PreviewedShow} from './previewed-show.ts'

type OwnFile = {readonly mimeType: string; readonly text: string}

/** The preview's own files beside the site: the script that keeps pages up to date, an overview, and episodes as apps show them. */
export async function ownFile(show: PreviewedShow, path: string): Promise<OwnFile | undefined> {
  if (path === ownPaths.script) return {mimeType: 'text/javascript', text: previewScript}
  if (path === ownPaths.style) return {mimeType: 'text/css', text: previewStyle}
  const page = path === ownPaths.desk ? deskPage(show) : await appPage(show, path)
  return page === undefined ? undefined : {mimeType: 'text/html', text: page}
}
