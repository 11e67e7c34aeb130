// The site of the documentation (scripts/make-docs-site.mjs).
import {cpSync} from 'node:fs'
import {join} from 'node:path'

const pages = [
  {text: 'Guide', link: '/guide'},
  {text: 'show.yaml', link: '/show'},
  {text: 'Front matter', link: '/front-matter'},
  {text: 'Tags', link: '/tags'},
  {text: 'Outputs', link: '/outputs'},
  {text: 'Problems', link: '/problems'},
  {text: 'Library', link: '/api'},
  {text: 'Recipes', link: '/recipes/'},
]

const schemas = {from: new URL('../../schema', import.meta.url), to: 'schema'}
const comment = /<!--[\s\S]*?-->\n?/g

export default {
  title: 'Castwright',
  description: 'Publish a podcast from a folder of Markdown',
  cleanUrls: true,
  ignoreDeadLinks: false,
  // The pages are Markdown for any reader: nothing in them is HTML, a comment to be shown, or a template of Vue.
  markdown: {
    html: false,
    /** @param {{render: (source: string, env?: unknown) => string}} markdown */
    config: (markdown) => {
      const render = markdown.render.bind(markdown)
      markdown.render = (source, env) => render(source.replace(comment, ''), env).replaceAll('{{', '&#123;&#123;')
    },
  },
  // The guide links to the schemas beside the documentation.
  /** @param {{outDir: string}} site */
  buildEnd: ({outDir}) => cpSync(schemas.from, join(outDir, schemas.to), {recursive: true}),
  themeConfig: {search: {provider: 'local'}, outline: [2, 3], nav: pages.slice(0, 1), sidebar: pages},
}
