/**
 * One section of docs/api.md for each use of the library: why one would use it, an example that compiles (a test holds that it does), and
 * the names that src/index.ts exports for it. Signatures and comments come from the declarations themselves.
 * @typedef {{title: string, text: string, example: string, names: readonly string[]}} ApiSection
 */

/** @type {readonly ApiSection[]} */
export const apiSections = [
  {
    title: 'Outcomes and problems',
    text: 'A function that can fail returns an `Outcome`: a value if there is one, and always the problems. It throws for nothing but a bug of Castwright. `now` decides which episodes are due; if you leave it out, the clock of this machine does.',
    example: `import {check, countWarnings, hasErrors, problemKinds} from 'castwright'

const {problems} = await check('my-show')
for (const {severity, file, line, message, code} of problems) {
  console.log(\`\${severity}: \${file ?? 'the show'}:\${line ?? 1} \${message}\`)
  console.log(problemKinds[code].why)
}
if (hasErrors(problems)) console.log(\`\${countWarnings(problems)} warnings beside the errors\`)`,
    names: [
      'Outcome',
      'Problem',
      'ProblemCode',
      'Severity',
      'Place',
      'Correction',
      'hasErrors',
      'countWarnings',
      'problemKinds',
      'ProblemKind',
    ],
  },
  {
    title: 'Build a show',
    text: 'What `castwright build` does.',
    example: `import {build, buildAsMarkdown} from 'castwright'

const built = await build('my-show', 'public', {frozen: process.env.CI === 'true'})
if (built.ok) {
  const {published, changedFeeds} = built.value
  console.log(\`\${published} episodes; feeds that changed: \${changedFeeds.join(', ')}\`)
}
console.log(buildAsMarkdown(built))`,
    names: [
      'build',
      'BuildOptions',
      'FirstPublication',
      'BuildReport',
      'IdleBuild',
      'PlanSummary',
      'PlannedFeed',
      'FeedPaths',
      'FeedFormatName',
      'FeedFile',
      'NewEpisode',
      'LockChange',
      'WriteReport',
      'buildAsMarkdown',
    ],
  },
  {
    title: 'Check a show, and mend it',
    text: 'What `castwright check` and `castwright check --fix` do.',
    example: `import {check, findFixes, writeFixes} from 'castwright'

const {problems} = await check('my-show')
const fixes = await findFixes('my-show', problems)
for (const {diff} of fixes) console.log(diff)
const {written} = await writeFixes('my-show', fixes)
console.log(\`\${written.length} files were mended\`)`,
    names: ['check', 'checkNetwork', 'findFixes', 'FileFix', 'FixEdit', 'writeFixes', 'WrittenFixes'],
  },
  {
    title: 'Plan a show without writing',
    text: 'For tools that take the files of a show elsewhere: a preview, an archive, a test.',
    example: `import {plan} from 'castwright'

const texts = new Map<string, string>()
const planned = await plan('my-show', {now: new Date('2026-12-24T18:00:00Z')}, (file) => {
  if ('pieces' in file) texts.set(file.path, [...file.pieces].join(''))
})
if (planned.ok) console.log(planned.value.summary.title, texts.get('feed.xml'))`,
    names: [
      'plan',
      'PlanOptions',
      'Audience',
      'Plan',
      'TakePlannedFile',
      'OutputFile',
      'PictureRecipe',
      'TextPiece',
      'Resized',
      'Card',
      'CoverColours',
      'PictureFormat',
      'Rank',
      'RemoteItem',
      'Medium',
      'AbsoluteUrl',
      'Delivered',
      'DeliveredFeed',
      'DeliveredItem',
      'feedKinds',
      'FeedKind',
    ],
  },
  {
    title: 'Compare with what is published',
    text: 'What `castwright compare` does: it tells what subscribers will see before they see it.',
    example: `import {readFile} from 'node:fs/promises'
import {changesAsText, compare, compareOutput} from 'castwright'

const withFeed = await compare(await readFile('old-feed.xml'), 'my-show')
const withOutput = await compareOutput('public', 'my-show')
for (const compared of [withFeed, withOutput]) {
  if (compared.ok && compared.value?.hurts) console.log(changesAsText(compared.value))
}`,
    names: [
      'compare',
      'compareOutput',
      'Comparison',
      'EpisodeChange',
      'changeKinds',
      'hurtsListeners',
      'changesAsText',
      'changesAsMarkdown',
    ],
  },
  {
    title: 'Check a move from an old feed',
    text: 'What `castwright move` does: it asks the old host and the new one, and says what is still to do.',
    example: `import {checkMove, moveAsText} from 'castwright'

const oldFeedUrl = 'https://old-host.example/night-trains/rss'
const moved = await checkMove(oldFeedUrl, 'my-show', {oldCopy: 'old-feed.xml'})
if (moved.ok && !moved.value.isSafe) console.log(moveAsText(moved.value))`,
    names: [
      'checkMove',
      'MoveOptions',
      'MoveReport',
      'MoveCheck',
      'MoveCheckName',
      'MoveState',
      'moveAsText',
      'moveAsMarkdown',
    ],
  },
  {
    title: 'Judge a feed of any maker',
    text: 'What `castwright check` does with the file or the address of a feed.',
    example: `import {checkFeed, fetchFeed} from 'castwright'

const fetched = await fetchFeed('https://example.org/feed.xml')
if (fetched.ok) {
  const {bytes, url, mimeType = 'text/xml'} = fetched.value
  const {format, problems} = checkFeed(bytes, {url, mimeType, profiles: ['apple', 'spotify']})
  for (const {line, message, spec} of problems) console.log(format, line, message, spec)
}`,
    names: [
      'checkFeed',
      'FeedCheckOptions',
      'FeedCheck',
      'FeedFormat',
      'SidecarFormat',
      'FeedProblem',
      'FeedRuleKind',
      'FeedProfile',
      'feedProfiles',
      'fetchFeed',
      'FetchOptions',
      'FetchedFeed',
    ],
  },
  {
    title: 'Ask servers about media',
    text: 'What `castwright probe` does. Nothing else that belongs to a build uses the network.',
    example: `import {probeMedia} from 'castwright'

const probed = await probeMedia('my-show', {onlyUnknown: true})
if (probed.ok) for (const {url, status, facts} of probed.value.media) console.log(url, status, facts?.durationInSeconds)`,
    names: ['probeMedia', 'ProbeOptions', 'Manners', 'ProbeReport', 'MediaProbe', 'LockedMedia'],
  },
  {
    title: 'See an episode as an app shows it',
    text: 'What `castwright show` does.',
    example: `import {appNames, appViewAsText, showEpisode} from 'castwright'

for (const app of appNames) {
  const shown = await showEpisode('my-show', '012-first-light', app)
  if (shown.ok) console.log(appViewAsText(shown.value))
}`,
    names: ['showEpisode', 'AppName', 'appNames', 'AppView', 'CountedLimit', 'appViewAsText'],
  },
  {
    title: 'Show a show while it is written',
    text: 'What `castwright preview` does: it serves the show from memory until it is closed, and writes nothing.',
    example: `import {preview} from 'castwright'

const opened = await preview('my-show', {onChange: ({tookInMilliseconds}) => console.log(\`\${tookInMilliseconds} ms\`)})
if (opened.ok) {
  console.log(opened.value.url)
  process.once('SIGINT', () => void opened.value.close())
}`,
    names: ['preview', 'PreviewOptions', 'Preview', 'PreviewChange'],
  },
  {
    title: 'Read a show in another site generator',
    text: 'What `data: true` writes: `data.json` of the show and of each episode. `schema/` has a JSON Schema of both.',
    example: `import {readFile} from 'node:fs/promises'
import type {EpisodeData, ShowData} from 'castwright'

const show: ShowData = JSON.parse(await readFile('output/data.json', 'utf8'))
for (const {slug, title} of show.episodes) {
  const episode: EpisodeData = JSON.parse(await readFile(\`output/episodes/\${slug}/data.json\`, 'utf8'))
  console.log(title, episode.chapters.length, episode.notesHtml)
}`,
    names: [
      'ShowData',
      'EpisodeLink',
      'FeedData',
      'EpisodeData',
      'MediaData',
      'PersonData',
      'ChapterData',
      'TranscriptData',
      'TranscriptPart',
      'CueData',
    ],
  },
  {
    title: 'Know when the next episode is due',
    text: 'What `castwright next` does, for schedulers and calendars.',
    example: `import {dueAsCalendar, dueAsCron, dueAsText, nextDue} from 'castwright'

const due = await nextDue('my-show')
if (due.ok) console.log(dueAsText(due.value), dueAsCron(due.value), dueAsCalendar(due.value))`,
    names: ['nextDue', 'DueTimes', 'dueAsText', 'dueAsCron', 'dueAsCalendar'],
  },
  {
    title: 'Begin a show, begin an episode',
    text: 'What `castwright init` and `castwright new` do.',
    example: `import {hasShow, init, newEpisode} from 'castwright'

if (!hasShow('my-show')) await init('my-show', {title: 'Night Trains', host: 'github-pages'})
const written = await newEpisode('my-show/episodes', {media: 'recordings/take-3.mp3'})
if (written.ok) console.log(\`Edit \${written.value.file}\`)`,
    names: [
      'init',
      'InitOptions',
      'InitReport',
      'initHosts',
      'InitHostName',
      'hasShow',
      'newEpisode',
      'NewEpisodeOptions',
      'NewEpisodeReport',
    ],
  },
  {
    title: 'Adopt a repository',
    text: 'What `castwright adopt` does: a repository of another generator becomes a show as it lies.',
    example: `import {adoptShow} from 'castwright'

const adopted = await adoptShow('my-site', {feed: 'https://example.org/feed.xml', dryRun: true})
if (adopted.ok) for (const {folder, text, missing} of adopted.value) console.log(folder, text, missing)`,
    names: ['adoptShow', 'AdoptOptions', 'AdoptAnswers', 'AdoptedReport', 'LackingShow', 'Missing', 'JoinReport'],
  },
  {
    title: 'Import a show',
    text: 'What `castwright import` does: a feed or an export becomes a folder of Markdown, and later changes of the source are merged.',
    example: `import {importShow} from 'castwright'

const imported = await importShow('https://example.org/feed.xml', 'my-show', {
  owner: 'me@example.org',
  onProgress: ({done, total}) => console.log(\`\${done} of \${total}\`),
})
if (imported.ok) console.log(imported.value.episodes.filter(({fate}) => fate === 'created').length)`,
    names: ['importShow', 'ImportOptions', 'ImportReport', 'ImportedFile', 'FileFate'],
  },
  {
    title: 'Build a network of shows',
    text: 'What `castwright build` does in a folder with a `network.yaml`.',
    example: `import {buildNetwork, isNetwork} from 'castwright'

if (isNetwork('shows')) {
  const built = await buildNetwork('shows', 'public', {shard: {number: 1, of: 4}})
  if (built.ok) for (const {name, outcome} of built.value.shows) console.log(name, outcome.ok)
}`,
    names: ['buildNetwork', 'mergeNetwork', 'NetworkOptions', 'Shard', 'NetworkReport', 'isNetwork', 'OfShow'],
  },
  {
    title: 'Send members their addresses',
    text: 'What `castwright members` does. Whoever has an address can subscribe, so no log may show it.',
    example: `import {memberAddresses} from 'castwright'

const addresses = await memberAddresses('my-show', {CASTWRIGHT_SECRET: process.env.CASTWRIGHT_SECRET})
if (addresses.ok) for (const {member, address} of addresses.value) console.log(member, address)`,
    names: ['memberAddresses', 'MemberAddress', 'Environment'],
  },
  {
    title: 'Configure a web server',
    text: 'What `castwright hosting` prints.',
    example: `import {hostingText} from 'castwright'

const text = await hostingText('my-show', 'nginx')
if (text.ok) console.log(text.value)`,
    names: ['hostingText', 'HostName', 'hostNames', 'ServedSite', 'ServedRule', 'ServedPattern', 'Redirect'],
  },
  {
    title: 'Deploy the output',
    text: 'What `castwright deploy` does, to a store with the interface of S3.',
    example: `import {deploy} from 'castwright'

const {AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = ''} = process.env
const store = {bucket: 'night-trains', region: 'eu-central-1', accessKeyId, secretAccessKey}
const deployed = await deploy('public', {...store, dryRun: true})
if (deployed.ok) console.log(deployed.value.uploaded, deployed.value.deleted)`,
    names: ['deploy', 'DeployOptions', 'StoreAddress', 'DeployProgress', 'DeployReport'],
  },
  {
    title: 'Announce what changed',
    text: 'What `castwright notify` does.',
    example: `import {notify, usualServices} from 'castwright'

const told = await notify('public', {...usualServices, state: '.castwright/notified.json', waitInSeconds: 60})
if (told.ok) for (const {url, state} of told.value) console.log(url, state)`,
    names: [
      'notify',
      'NotifyOptions',
      'ServiceSettings',
      'serviceNames',
      'ServiceName',
      'usualServices',
      'NotifiedFeed',
    ],
  },
  {
    title: 'Write the templates of pages',
    text: 'What `castwright theme export` does, and the types of what templates get ([themes](guide.md#theme)).',
    example: `import {exportTheme, templateNames} from 'castwright'

console.log(templateNames)
const outcome = await exportTheme('my-show', {only: ['episode', 'header']})
if (outcome.ok) console.log(outcome.value.written)`,
    names: [
      'exportTheme',
      'ThemeExport',
      'templateNames',
      'PartName',
      'TemplateData',
      'TemplatePage',
      'TemplateShow',
      'TemplateEpisode',
      'TemplatePerson',
      'TemplateLink',
      'ReadyHtml',
      'HeaderData',
      'FooterData',
      'ShowPageData',
      'EpisodePageData',
      'EpisodeRowData',
      'OlderPageData',
      'GroupPageData',
      'TopicsPageData',
      'OwnPageData',
    ],
  },
  {
    title: 'Convert transcripts',
    text: 'What `castwright transcript` does.',
    example: `import {readFile} from 'node:fs/promises'
import {alignTranscriptFiles, convertTranscriptFile} from 'castwright'

const captions = {name: 'ep.srt', bytes: await readFile('ep.srt')}
const converted = convertTranscriptFile(captions, {to: 'vtt'})
if (converted.ok) console.log(converted.value)
const edited = {name: 'ep.md', bytes: await readFile('ep.md')}
const aligned = alignTranscriptFiles(edited, captions, 'vtt')
if (aligned.ok) console.log(aligned.value.report.alignedWordCount)`,
    names: [
      'convertTranscriptFile',
      'ConvertOptions',
      'NamedBytes',
      'transcriptFormatNames',
      'alignTranscriptFiles',
      'AlignedFile',
      'AlignmentReport',
      'AudioPassage',
      'TextPassage',
      'MovedPassage',
    ],
  },
  {
    title: 'Convert chapters',
    text: 'What `castwright chapters` does.',
    example: `import {readFile} from 'node:fs/promises'
import {convertChapterFile, convertMediaChapters, isMediaFile} from 'castwright'

const path = 'ep.mp3'
const converted = isMediaFile(path)
  ? await convertMediaChapters(path, {to: 'json'})
  : convertChapterFile({name: path, bytes: await readFile(path)}, {to: 'json'})
if (converted.ok) console.log(converted.value)`,
    names: ['convertChapterFile', 'ChapterTarget', 'convertMediaChapters', 'isMediaFile', 'chapterFormatNames'],
  },
  {
    title: 'The version',
    text: 'For logs and for bug reports.',
    example: `import {version} from 'castwright'

console.log(\`Castwright \${version}\`)`,
    names: ['version'],
  },
]
