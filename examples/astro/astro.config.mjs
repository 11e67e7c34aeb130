import {defineConfig} from 'astro/config'
import {castwright} from 'castwright/astro'

export default defineConfig({site: 'https://example.org/', integrations: [castwright({show: '../show'})]})
