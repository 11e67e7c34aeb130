import type {ShownProblem, ShownProblems} from '../../preview/previewed-show.ts'
import {make} from '../page/elements.ts'
import {problemCard} from './problem-card.ts'

export type ProblemsPanel = {
  /** Stands in the page, and has a style of its own, which no page changes. */
  readonly host: HTMLElement
  readonly show: (problems: ShownProblems) => void
}

/** `deskAddress` is where the preview tells of all else. */
export function problemsPanel(styleAddress: string, deskAddress: string): ProblemsPanel {
  const host = document.createElement('castwright-preview')
  const root = host.attachShadow({mode: 'open'})
  const panel = make('section', {class: 'panel', 'aria-label': 'Problems', hidden: ''})
  const pill = make('button', {type: 'button', class: 'pill', 'aria-expanded': 'false'})
  root.append(make('link', {rel: 'stylesheet', href: styleAddress}), panel, pill)
  const setOpen = (isOpen: boolean) => {
    panel.hidden = !isOpen
    pill.setAttribute('aria-expanded', String(isOpen))
  }
  const opening = openedByItself(setOpen, () => !panel.hidden)
  const close = () => {
    opening.close()
    pill.focus()
  }
  pill.onclick = opening.toggle
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !panel.hidden) close()
  })
  return {
    host,
    show: ({counts, first: problems}) => {
      const said = summaryOf(counts)
      pill.className = `pill ${counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'fine'}`
      pill.textContent = said
      const button = make('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×')
      button.onclick = close
      const desk = make('p', {}, make('a', {href: deskAddress}, 'All of the preview: apps, feeds, drafts'))
      const more = moreThanShown(counts, problems)
      panel.replaceChildren(button, make('h2', {}, said), ...problems.map(problemCard), ...more, desk)
      opening.errorsAre(JSON.stringify(problems.filter(({severity}) => severity === 'error')))
    },
  }
}

const noErrors = '[]'

/** New errors open the panel by themselves. What the author has closed stays closed until there are others. */
function openedByItself(setOpen: (isOpen: boolean) => void, isOpen: () => boolean) {
  let isByItself = false
  let errors = noErrors
  let closedErrors = noErrors
  return {
    toggle: () => {
      isByItself = false
      setOpen(!isOpen())
    },
    close: () => {
      isByItself = false
      closedErrors = errors
      setOpen(false)
    },
    errorsAre: (now: string) => {
      errors = now
      if (now === noErrors) {
        closedErrors = noErrors
        if (isByItself) setOpen(false)
        isByItself = false
      } else if (!isOpen() && now !== closedErrors) {
        isByItself = true
        setOpen(true)
      }
    },
  }
}

function summaryOf({error, warning, info}: ShownProblems['counts']): string {
  const counted = [countOf(error, 'error'), countOf(warning, 'warning'), countOf(info, 'note')]
  return counted.filter((each) => each !== '').join(', ') || 'No problems'
}

function countOf(count: number, word: string): string {
  if (count === 0) return ''
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Of many problems only the first ones are sent, the worst before the others. */
function moreThanShown(
  {error, warning, info}: ShownProblems['counts'],
  shown: readonly ShownProblem[],
): readonly Node[] {
  const count = error + warning + info - shown.length
  return count === 0 ? [] : [make('p', {}, `and ${count} more: castwright check`)]
}
