/**
 * What runs on each page of a preview. When the author's files give another page, it loads the page again, at the same place and
 * the same second of the player. It shows what is wrong, and which episodes nobody else sees yet.
 */
import type {LiveMessage} from '../../preview/live-message.ts'
import {showBadges} from './badges.ts'
import {keepSight, restoreSight} from './kept-sight.ts'
import {problemsPanel} from './problems-panel.ts'

/** What the preview has written into the page (`src/preview/live-page.ts`). */
type OwnScript = {readonly folder: string; readonly mark: string; readonly path: string; readonly site: string}

function ownScript(): OwnScript | undefined {
  const {currentScript} = document
  if (!(currentScript instanceof HTMLScriptElement)) return undefined
  const {mark = '', path = '', base = ''} = currentScript.dataset
  const folder = currentScript.src.replace(/[^/]*$/, '')
  return {folder, mark, path, site: new URL(base, location.href).pathname}
}

function listen({folder, mark, path, site}: OwnScript): void {
  const panel = problemsPanel(`${folder}live.css`, folder)
  document.body.append(panel.host)
  restoreSight()
  const events = new EventSource(`${folder}events?path=${encodeURIComponent(path)}`)
  events.onmessage = ({data}) => {
    const message: LiveMessage = JSON.parse(data)
    if (message.mark !== mark) {
      events.close()
      loadAgain()
      return
    }
    panel.show({counts: message.counts, first: message.problems})
    showBadges(message.heldBack, site)
  }
  addEventListener('pagehide', () => events.close())
}

function loadAgain(): void {
  keepSight()
  history.scrollRestoration = 'manual'
  location.reload()
}

const own = ownScript()
if (own) {
  if (document.readyState === 'complete') listen(own)
  else addEventListener('load', () => listen(own))
}
