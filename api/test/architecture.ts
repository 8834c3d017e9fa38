import { posix } from "node:path";
import { parseSync, Visitor } from "vite";

/** Source files by their path from the top directory. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  /** A path from the top directory for a file of ours, else the name of a package. */
  readonly to: string;
}

/** Where a file belongs, by the first pattern that fits; the second group, if any, is the folder that it shares with its kin. */
const layers: readonly (readonly [string, RegExp])[] = [
  ["main", /^api\/src\/main\.ts$/],
  ["command", /^api\/src\/zones-check\.ts$/],
  ["context", /^api\/src\/context\.ts$/],
  ["schema", /^api\/src\/schema\.ts$/],
  ["features index", /^api\/src\/features\/index\.ts$/],
  ["config", /^api\/src\/config\.ts$/],
  ["schema command", /^api\/src\/schema\.ts$/],
  ["core", /^api\/src\/core\//],
  ["entities", /^api\/src\/entities\//],
  ["feature list", /^api\/src\/features\/index\.ts$/],
  ["features", /^api\/src\/features\/([^/]+)\//],
  ["port", /^api\/src\/integrations\/([^/]+)\/[^/]+$/],
  ["adapter", /^api\/src\/integrations\/([^/]+)\/[^/]+\//],
  ["platform", /^api\/src\/platform\//],
  ["web main", /^web\/src\/main\.tsx$/],
  ["web app", /^web\/src\/app\.tsx$/],
  ["web features", /^web\/src\/features\/([^/]+)\//],
  ["web apollo", /^web\/src\/(apollo|live-link)\.ts$/],
  ["web generated", /^web\/src\/generated\//],
  ["web embed", /^web\/src\/embed\//],
  ["web ui", /^web\/src\/ui\//],
  ["web lib", /^web\/src\/(lib\/|vite-env\.d\.ts$)/],
];

/** What each layer may import, besides itself. Imports point one way: no pair stands in both directions. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  main: ["config", "context", "platform"],
  command: ["config", "context", "features", "platform", "core"],
  context: ["config", "features index", "entities", "platform", "port", "adapter", "core"],
  // Prints the schema that the features make.
  schema: ["features index", "platform"],
  "features index": ["features", "platform", "port"],
  config: ["platform"],
  "feature list": ["features", "entities", "platform"],
  features: ["entities", "platform", "port", "core"],
  entities: ["core"],
  platform: ["core"],
  adapter: ["port", "platform", "core"],
  port: ["core"],
  core: [],
  "web main": ["web app", "web apollo", "web ui", "web lib"],
  "web app": ["web features", "web apollo", "web generated", "web ui", "web lib"],
  "web features": ["web generated", "web ui", "web lib"],
  "web apollo": ["web generated", "web lib"],
  // The script for other people's pages, and the page that shows it.
  "web embed": ["web lib"],
  "web generated": [],
  "web ui": ["web lib"],
  "web lib": [],
};

/** Pure time zone data and arithmetic; no framework, nothing that reaches outside. */
const corePackages = /^(@js-joda\/|moment-timezone\/data\/|rrule$)/;
const impureGlobals = new Set(["process", "console", "fetch", "setTimeout", "setInterval", "performance", "crypto"]);
const featureRoles = /\.(resolver|inputs|policy|service|feed|loaders|jobs)\.ts$/;

const isTest = (path: string) => /\.(test|suite)\.tsx?$/.test(path);
const layerOf = (path: string) => layers.find(([, pattern]) => pattern.test(path))?.[0];
const folderOf = (path: string) => layers.find(([, pattern]) => pattern.test(path))?.[1].exec(path)?.[1];

/** Every place where the sources break the rules of the house, one sentence each. */
export function findViolations(sources: Sources): string[] {
  const files = [...sources].filter(([path]) => /^(api|web)\/src\/.*\.tsx?$/.test(path));
  const imports = files.flatMap(([path, text]) => importsOf(path, text));
  const product = files.filter(([path]) => !isTest(path));
  return [
    ...product.flatMap(([path]) => misplaced(path)),
    ...imports.flatMap(wrongDirection),
    ...featureCycles(imports),
    ...product.flatMap(([path, text]) => wrongContent(path, text)),
    ...[...sources.keys()].flatMap(wrongName),
  ];
}

function importsOf(path: string, text: string): Import[] {
  const { module } = parseSync(path, text);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  return [...new Set(names)].map((name) => ({
    from: path,
    to: name.startsWith(".") ? posix.join(posix.dirname(path), name) : name,
  }));
}

function misplaced(path: string): string[] {
  if (!layerOf(path)) return [`${path} is in no room of the house.`];
  if (layerOf(path) === "features" && !featureRoles.test(path))
    return [`${path} has none of the roles of a feature's file.`];
  return [];
}

function wrongDirection({ from, to }: Import): string[] {
  const [source, target] = [layerOf(from), layerOf(to)];
  const no = `${from} must not import ${to}`;
  if (!/^(api|web)\//.test(to)) {
    return source === "core" && !isTest(from) && !corePackages.test(to) ? [`${no}: core knows no framework.`] : [];
  }
  if (from.split("/")[0] !== to.split("/")[0]) return [`${no}: api and web share the schema alone.`];
  if (isTest(from)) return [];
  if (!source || !target) return [`${no}: it is outside of the house.`];
  if (source !== target && !allowed[source]?.includes(target)) return [`${no}: ${source} may not use ${target}.`];
  const sameFolder = folderOf(from) === folderOf(to);
  if (source === "port" && target === "port" && !sameFolder) return [`${no}: ports do not know each other.`];
  if (source === "adapter" && target !== "platform" && target !== "core" && !sameFolder) {
    return [`${no}: an adapter knows its own port alone.`];
  }
  if (source === "features" && target === "features" && !sameFolder && /\.(resolver|jobs)\.ts$/.test(to)) {
    return [`${no}: features call each other's services.`];
  }
  return [];
}

/** Features may call each other, but not in a circle: there an event belongs. */
function featureCycles(imports: readonly Import[]): string[] {
  const uses = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [source, target] = [featureOf(from), featureOf(to)];
    if (isTest(from) || !source || !target || source === target) continue;
    uses.set(source, (uses.get(source) ?? new Set()).add(target));
  }
  const found = new Set<string>();
  const walk = (feature: string, trail: readonly string[]) => {
    const start = trail.indexOf(feature);
    if (start >= 0) found.add(describeCycle(trail.slice(start)));
    else for (const next of uses.get(feature) ?? []) walk(next, [...trail, feature]);
  };
  for (const feature of uses.keys()) walk(feature, []);
  return [...found];
}

function featureOf(path: string): string | undefined {
  return /^((?:api|web)\/src\/features\/[^/]+)\//.exec(path)?.[1];
}

/** The same circle is met from each of its members: it is told from the first of them in the alphabet. */
function describeCycle(members: readonly string[]): string {
  const start = members.indexOf([...members].sort()[0] ?? "");
  const turned = [...members.slice(start), ...members.slice(0, start)];
  return `The features ${[...turned, turned[0]].join(" → ")} use each other in a circle.`;
}

function wrongContent(path: string, text: string): string[] {
  const found = new Set<string>();
  const core = layerOf(path) === "core";
  const mayReadEnvironment = path === "api/src/config.ts";
  const mayFormat = layerOf(path) === "web lib";
  const { program, module } = parseSync(path, text);
  for (const { exportName } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (exportName.kind === "Default" || exportName.name === "default") found.add(`${path} has a default export.`);
  }
  new Visitor({
    MemberExpression({ object, property }) {
      const owner = object.type === "Identifier" ? object.name : undefined;
      const name =
        property.type === "Identifier" ? property.name : property.type === "Literal" ? property.value : undefined;
      if (owner === "process" && name === "env" && !mayReadEnvironment) found.add(`${path} reads process.env.`);
      if (core && `${owner}.${name}` === "Date.now") found.add(`${path} reads the clock; now is an argument.`);
      if (core && `${owner}.${name}` === "Math.random") found.add(`${path} is random.`);
      if (!mayFormat && /^toLocale(Date|Time)?String$/.test(String(name))) found.add(`${path} formats with ${name}.`);
    },
    VariableDeclarator({ id, init }) {
      const takesProcess = id.type === "ObjectPattern" && init?.type === "Identifier" && init.name === "process";
      if (takesProcess && !mayReadEnvironment) found.add(`${path} takes process apart.`);
    },
    NewExpression({ callee, arguments: given }) {
      const now = callee.type === "Identifier" && callee.name === "Date" && given.length === 0;
      if (core && now) found.add(`${path} reads the clock; now is an argument.`);
    },
    Identifier({ name }) {
      if (name === "Intl" && !mayFormat) found.add(`${path} uses Intl.`);
      if (core && impureGlobals.has(name)) found.add(`${path} uses ${name}; core is pure.`);
    },
  }).visit(program);
  return [...found];
}

function wrongName(path: string): string[] {
  const [file = "", ...folders] = path.split("/").reverse();
  const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
  const component = /^[A-Z][A-Za-z0-9]*(\.test)?\.(tsx|module\.css)$/;
  const wrong = !kebab.test(file) && !(path.startsWith("web/src/") && component.test(file));
  return wrong || folders.some((folder) => !kebab.test(folder)) ? [`${path} is not named in kebab-case.`] : [];
}
