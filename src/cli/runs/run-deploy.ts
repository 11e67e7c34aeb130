import {type DeployOptions, type DeployReport, deploy} from '../../index.ts'
import {byteSize} from '../../text/byte-sizes.ts'
import {type Arguments, exitCodes} from '../command.ts'
import {printProblems} from '../print/print-problems.ts'
import {refuseUsage} from '../print/refuse-usage.ts'
import {acceptedOf} from './accepted.ts'

function textOf(value: string | boolean | undefined, ...names: readonly string[]): string | undefined {
  const found = typeof value === 'string' ? value : names.map((name) => process.env[name]).find((each) => each)
  return found === '' ? undefined : found
}

/** `s3://bucket/some/prefix`; `undefined` where it is no such address. */
function parseTarget(to: string | boolean | undefined): {readonly bucket: string; readonly prefix: string} | undefined {
  const match = /^s3:\/\/([a-z0-9][a-z0-9._-]{2,62})(?:\/(.*))?$/i.exec(String(to ?? ''))
  return match === null ? undefined : {bucket: match[1] ?? '', prefix: match[2] ?? ''}
}

/** Secrets come from the environment alone: arguments are seen by everybody on the machine, and stay in logs. */
function optionsOf({values}: Arguments, accept: readonly string[]): DeployOptions | string {
  const target = parseTarget(values.to)
  if (values.to === undefined) return 'deploy needs --to s3://BUCKET or s3://BUCKET/PREFIX'
  if (target === undefined)
    return `deploy needs --to s3://BUCKET or s3://BUCKET/PREFIX, with 3 to 63 letters, figures, dots or hyphens: ${values.to} names no bucket`
  const accessKeyId = textOf(undefined, 'AWS_ACCESS_KEY_ID')
  const secretAccessKey = textOf(undefined, 'AWS_SECRET_ACCESS_KEY')
  if (accessKeyId === undefined || secretAccessKey === undefined)
    return 'deploy reads the keys of the store from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; one of them is not set'
  const endpoint = textOf(values.endpoint, 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL')
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) return `--endpoint ${endpoint} is no web address`
  const sessionToken = textOf(undefined, 'AWS_SESSION_TOKEN')
  return {
    ...target,
    accessKeyId,
    secretAccessKey,
    region: textOf(values.region, 'AWS_REGION', 'AWS_DEFAULT_REGION') ?? 'us-east-1',
    ...(endpoint === undefined ? {} : {endpoint}),
    ...(sessionToken === undefined ? {} : {sessionToken}),
    ...(typeof values.acl === 'string' ? {acl: values.acl} : {}),
    accept,
    dryRun: values['dry-run'] === true,
  }
}

function* describe({uploaded, deleted, unchanged, sizeInBytes}: DeployReport, isDryRun: boolean): Generator<string> {
  if (isDryRun) {
    for (const path of uploaded) yield `upload  ${path}`
    for (const path of deleted) yield `delete  ${path}`
  }
  const counts = `${uploaded.length} uploaded (${byteSize(sizeInBytes)}), ${unchanged.length} unchanged, ${deleted.length} deleted`
  yield isDryRun ? `Would be: ${counts}. Nothing was done` : counts
}

export async function runDeploy(given: Arguments): Promise<number> {
  const accept = acceptedOf(given.values.accept)
  if (typeof accept === 'number') return accept
  const options = optionsOf(given, accept)
  if (typeof options === 'string') return refuseUsage(options, 'castwright deploy output --to s3://podcast')
  const output = given.positionals[0] ?? 'output'
  const onProgress: DeployOptions['onProgress'] = ({done, total, path}) => {
    if (process.stderr.isTTY === true) process.stderr.write(`\r\u001B[K${done} of ${total}  ${path}`)
  }
  const outcome = await deploy(output, {...options, onProgress})
  if (process.stderr.isTTY === true) process.stderr.write('\r\u001B[K')
  if (given.values.format === 'json') {
    const {problems} = outcome
    console.log(JSON.stringify({ok: outcome.ok, problems, report: outcome.ok ? outcome.value : undefined}, null, 2))
    return outcome.ok ? exitCodes.clean : exitCodes.problems
  }
  printProblems(outcome.problems, {folder: output})
  if (outcome.ok) for (const line of describe(outcome.value, options.dryRun === true)) console.log(line)
  return outcome.ok ? exitCodes.clean : exitCodes.problems
}
