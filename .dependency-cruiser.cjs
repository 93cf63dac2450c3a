/** The third net of docs/architecture.md: what may be reached at all, also through other modules. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'renderer-stays-in-the-page',
      comment: 'The renderer talks to the backend over the contract only.',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: '^src/(backend|main|server|cli|preload)', reachable: true },
    },
    {
      name: 'backend-knows-no-host',
      severity: 'error',
      from: { path: '^src/backend' },
      to: { path: '^(src/(main|server|cli|preload|renderer)|node_modules/electron)', reachable: true },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { path: '^src/(backend|main|server|cli|preload|renderer)', reachable: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^src' },
      to: { couldNotResolve: true, pathNot: '\\.(css|svg)$|^(mdast|hast)$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src',
        pathNot: '\\.d\\.ts$|/tsconfig\\.json$|^src/main/index|^src/preload/index',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css', '.svg'],
    },
  },
}
