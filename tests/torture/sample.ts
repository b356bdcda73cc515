import type { Random } from '../portals/generate/random.ts';

type Schema = {
  type?: string; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; const?: unknown; enum?: unknown[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema | Schema[]; prefixItems?: Schema[];
  minimum?: number; minLength?: number; minItems?: number; pattern?: string; format?: string; additionalProperties?: Schema | boolean; $ref?: string; $defs?: Record<string, Schema>;
};

/** A value that a JSON schema would take, mostly: where a pattern rules, one of the usual forms. */
export function sampleOf(schema: Schema, random: Random, whole: Schema = schema): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return sampleOf(whole.$defs?.[name] ?? {}, random, whole);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return sampleOf(random.pick(choices), random, whole);
  if (schema.allOf !== undefined) return sampleOf(schema.allOf[0] ?? {}, random, whole);
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  switch (schema.type) {
    case 'object': {
      const names = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name) === true || random.chance(0.5));
      const extra = typeof schema.additionalProperties === 'object' ? [[random.letters(4), sampleOf(schema.additionalProperties, random, whole)] as const] : [];
      return Object.fromEntries([...names.map(([name, part]) => [name, sampleOf(part, random, whole)] as const), ...extra]);
    }
    case 'array': {
      if (schema.prefixItems !== undefined) return schema.prefixItems.map((part) => sampleOf(part, random, whole));
      const part = Array.isArray(schema.items) ? schema.items[0] : schema.items;
      return Array.from({ length: Math.max(schema.minItems ?? 0, random.int(0, 2)) }, () => sampleOf(part ?? {}, random, whole));
    }
    case 'string': return schema.format === 'date' || (schema.pattern?.includes('\\d{4}') ?? false) ? '2026-03-14' : random.letters(Math.max(schema.minLength ?? 0, 9));
    case 'integer': case 'number': return Math.max(schema.minimum ?? 0, 0) + random.int(0, 9);
    case 'boolean': return random.chance(0.5);
    default: return null;
  }
}
