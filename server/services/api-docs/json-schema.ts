/** A JSON Schema as plain data, as TypeBox makes it. */
export type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
};

/** The schema without what TypeBox keeps for itself. */
export function plainSchema(schema: unknown): JsonSchema {
  const plain: JsonSchema = JSON.parse(JSON.stringify(schema));
  return plain;
}

export function isNothing(schema: JsonSchema): boolean {
  return schema.type === 'null';
}
