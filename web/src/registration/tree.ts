/** A declaration as JSON, and its paths. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Tree = { [name: string]: Json };

const steps = (path: string): (string | number)[] =>
  path.split(/[.[\]]+/).filter((step) => step !== '').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

export function at(tree: Json | undefined, path: string): Json | undefined {
  let here: Json | undefined = tree;
  for (const step of steps(path)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = (here as Record<string | number, Json>)[step];
  }
  return here;
}

/** Puts a value, making what it stands in; null and undefined take it away. */
export function put(tree: Tree, path: string, value: Json | undefined): void {
  const way = steps(path);
  const last = way.pop();
  if (last === undefined) return;
  let here: Record<string | number, Json> = tree;
  for (const [i, step] of way.entries()) {
    if (here[step] === undefined || here[step] === null) {
      if (value === undefined) return;
      here[step] = typeof (way[i + 1] ?? last) === 'number' ? [] : {};
    }
    here = here[step] as Record<string | number, Json>;
  }
  if (value === undefined) delete here[last];
  else here[last] = value;
}

/** The leaves in which two declarations differ, as an amendment names them. */
export function changes(before: Tree, after: Tree): { path: string; value: Json }[] {
  const found: { path: string; value: Json }[] = [];
  const walk = (one: Json | undefined, other: Json | undefined, path: string) => {
    const [a, b] = [one ?? null, other ?? null];
    if (a === b) return;
    const both = a !== null && b !== null && typeof a === 'object' && typeof b === 'object';
    if (both && Array.isArray(a) === Array.isArray(b)) {
      if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) found.push({ path, value: b });
        else a.forEach((each, i) => walk(each, b[i], `${path}[${i}]`));
        return;
      }
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        walk((a as Tree)[name], (b as Tree)[name], path === '' ? name : `${path}.${name}`);
      }
      return;
    }
    if (sameTime(a, b)) return;
    found.push({ path, value: b });
  };
  walk(before, after, '');
  return found;
}

const sameTime = (a: Json, b: Json): boolean =>
  typeof a === 'string' &&
  typeof b === 'string' &&
  /^\d{4}-\d\d-\d\dT/.test(a) &&
  /^\d{4}-\d\d-\d\dT/.test(b) &&
  Date.parse(a) === Date.parse(b);
