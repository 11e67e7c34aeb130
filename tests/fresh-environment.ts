// One process runs many test files (projects.ts). What one of them leaves in the environment, such as a secret, is gone for the next.
const kept = Symbol.for('environment of the process that runs tests')
const environments: {[kept]?: NodeJS.ProcessEnv} & object = globalThis
environments[kept] ??= {...process.env}
const first = environments[kept]

for (const name of Object.keys(process.env)) if (!Object.hasOwn(first, name)) delete process.env[name]
Object.assign(process.env, first)
