import {select, selectAll} from '../page/elements.ts'

/** The buttons above a transcript, of which the first shows all turns and each other one those of a person. */
export function chooseSpeakers(): void {
  for (const choice of selectAll('.transcript .speakers')) {
    const buttons = selectAll<HTMLButtonElement>('button', choice)
    const turns = choice.parentElement ? selectAll('.turn', choice.parentElement) : []
    const show = (chosen: HTMLButtonElement | undefined) => {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === chosen))
      for (const turn of turns) turn.hidden = chosen !== buttons[0] && speakerOf(turn) !== chosen?.textContent
    }
    for (const each of buttons) each.onclick = () => show(each)
    // A link to what somebody else says shows all of them.
    addEventListener('hashchange', () => {
      const turn = turns.find(({id}) => `#${id}` === location.hash)
      if (!turn?.hidden) return
      show(buttons[0])
      turn.scrollIntoView()
    })
  }
}

function speakerOf(turn: HTMLElement): string {
  return select('.speaker b', turn)?.textContent ?? ''
}
