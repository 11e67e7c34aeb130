import {type NotifiedFeed, notify, serviceNames, usualServices} from '../../index.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseUsage} from '../print/refuse-usage.ts'

export const usualWaitInSeconds = 120

function textOf(value: string | boolean | undefined, usual: string): string {
  return typeof value === 'string' ? value : usual
}

function lineOf({url, told, state}: NotifiedFeed): string {
  const words = {
    told: `told ${told.join(', ') || 'nobody'}`,
    unchanged: 'nothing new to tell',
    'not-live': 'not live yet',
    'nobody-to-tell': 'has no hub and is in no directory',
  }
  return `${url}  ${words[state]}`
}

export async function runNotify({positionals, values}: Arguments): Promise<number> {
  const wanted = textOf(values.to, serviceNames.join(',')).split(',')
  const services = serviceNames.filter((name) => wanted.includes(name))
  if (services.length !== wanted.length)
    return refuseUsage(`--to ${values.to} is not known`, `Write --to with some of ${serviceNames.join(',')}`)
  const waitInSeconds = Number(textOf(values.wait, String(usualWaitInSeconds)))
  if (!(waitInSeconds >= 0)) return refuseUsage(`--wait ${values.wait} is no number of seconds`)
  const token = process.env.PODPING_TOKEN
  const output = positionals[0] ?? 'output'
  const outcome = await notify(output, {
    state: textOf(values.state, '.castwright/notified.json'),
    services,
    waitInSeconds,
    podpingUrl: textOf(values.podping, usualServices.podpingUrl),
    podcastIndexUrl: textOf(values.podcastindex, usualServices.podcastIndexUrl),
    ...(token === undefined || token === '' ? {} : {podpingToken: token}),
  })
  const feeds = outcome.ok ? outcome.value : []
  if (values.format === 'json') {
    console.log(JSON.stringify({ok: outcome.problems.length === 0, problems: outcome.problems, feeds}, null, 2))
  } else {
    for (const feed of feeds) console.log(lineOf(feed))
    printProblems(outcome.problems, {folder: output})
  }
  return outcome.problems.length === 0 ? exitCodes.clean : exitCodes.problems
}
