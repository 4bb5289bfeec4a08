/** The four laws of docs/ARCHITECTURE.md, as the imports themselves. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'law-1-features-meet-in-domain',
      comment:
        'Law 1: two features meet only in domain/; their screens meet in routes/, their handlers in app/.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/domain/'] }
    },
    {
      name: 'law-1-only-app-and-routes-compose',
      comment: 'Law 1: features and shared code do not know app/ or routes/.',
      severity: 'error',
      from: { path: '^src/(features|shared|server|city|locales)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(app|routes|cli)/' }
    },
    {
      name: 'law-2-domain-is-pure',
      comment: 'Law 2: domain/ is pure: no Svelte, Dexie, Kysely, Node or other room of a feature.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: [
          '^node_modules/(svelte|dexie|kysely|pg|i18next|@sveltejs)',
          '^src/features/[^/]+/(client|server|ui)/',
          '^src/server/',
          '^node:',
          '^(fs|path|crypto|http|os)$'
        ]
      }
    },
    {
      name: 'law-3-server-not-in-client',
      comment: 'Law 3: client/ and ui/ never import server/.',
      severity: 'error',
      from: {
        path: ['/(client|ui)/', '\\.svelte$', '^src/service-worker/'],
        pathNot: '\\.test\\.ts$'
      },
      to: { path: ['^src/server/', '/server/'], dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'law-3-client-not-in-server',
      comment: 'Law 3: server/ never imports client/ or ui/.',
      severity: 'error',
      from: { path: ['^src/server/', '/server/'], pathNot: '\\.test\\.ts$' },
      to: { path: '^src/.*/(client|ui)/' }
    },
    {
      name: 'law-4-shared-knows-no-feature',
      comment: 'Law 4: shared/, server/ and city/ know no feature.',
      severity: 'error',
      from: { path: '^src/(shared|server|city)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/features/' }
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    {
      name: 'not-resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: [
          '^\\$(app|service-worker|env)',
          '^node:sqlite$',
          '\\./\\$types',
          '\\?(worker&)?url$'
        ]
      }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^\\.svelte-kit', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default']
    }
  }
};
