import { z } from "zod";
import { profileSchema } from "./schema.ts";

/** One field of a template, as the docs list it. */
export interface ProfileField {
  /** `subjectAltName.dns.allow`; `[]` stands for the place in a list, `*` for any key. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  /** JSON; undefined when there is none. */
  readonly default: string | undefined;
  readonly description: string;
}

/** Every field of a template, in the order of the schema. */
export function profileFields(): readonly ProfileField[] {
  return fieldsOf(z.toJSONSchema(profileSchema, { io: "input" }) as Node, "");
}

/** What the JSON Schema that zod writes holds of interest. */
interface Node {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | false;
}

function fieldsOf(node: Node, prefix: string): readonly ProfileField[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, field]) => {
    const path = prefix + key;
    const row: ProfileField = {
      path,
      type: typeWords(field),
      required: node.required?.includes(key) ?? false,
      default: field.default === undefined || field.properties ? undefined : JSON.stringify(field.default),
      description: field.description ?? "",
    };
    const inside = field.items ? fieldsOf(field.items, `${path}[].`) : fieldsOf(field, `${path}.`);
    return [row, ...inside];
  });
}

function typeWords(node: Node): string {
  if (node.title !== undefined) return node.title;
  if (node.anyOf) return node.anyOf.map(typeWords).join(" or ");
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(", ");
  if (node.items) return `list of ${typeWords(node.items)}`;
  if (node.propertyNames && node.additionalProperties)
    return `map of ${typeWords(node.propertyNames)} to ${typeWords(node.additionalProperties)}`;
  return node.type === "object" ? "section" : (node.type ?? "any");
}
