/** What is proven of a value that a copy in storage has to bring back. */
export interface Value {
  readonly undefined: boolean;
  readonly null: boolean;
  /** Numbers (none of NaN, -0 and the infinities), or any of numbers, strings and booleans. */
  readonly primitive: 'number' | 'any' | undefined;
  /** Plain objects and arrays of any depth that came from the browser or from JSON. */
  readonly data: boolean;
  readonly container: Container | undefined;
  /** What a container holds. */
  readonly element: Value | undefined;
  /** What the browser gives to listeners: some of its members are always there. */
  readonly event?: boolean;
  /** Data that literals made, whose members are of different kinds; `lossy` where one of them may be undefined. */
  readonly mixed?: 'whole' | 'lossy';
  /** What has binary data among its members. */
  readonly bytes?: boolean;
}

/** The objects that are known. A date is a point in time; a regular expression keeps no place. */
export type Container = 'array' | 'object' | 'map' | 'set' | 'date' | 'regexp';

/** No value yet: what nothing is known to be in. */
export const NOTHING: Value = { undefined: false, null: false, primitive: undefined, data: false, container: undefined, element: undefined };
/** Any number, string or boolean. */
export const PRIMITIVE: Value = { ...NOTHING, primitive: 'any' };
/** A number that storage keeps. */
export const NUMBER: Value = { ...NOTHING, primitive: 'number' };
export const UNDEFINED: Value = { ...NOTHING, undefined: true };
/** What an extension API, a message or JSON gives: any plain value, or none. */
export const DATA: Value = { ...NOTHING, undefined: true, null: true, primitive: 'any', data: true };

/** How many steps into a value lead to parts that are copied where they are used; Infinity where that is not known. */
export function depthOf({ data, container, element }: Value): number {
  if (data) return Infinity;
  return container === undefined ? 0 : 1 + (element === undefined ? 0 : depthOf(element));
}

/** Whether a value is copied where it is used, so that nobody can change it through another name. */
export function isPlain({ data, container }: Value): boolean {
  return !data && container === undefined;
}

/** The value of a variable that is given both; undefined where they do not go together. */
export function joinValues(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.container !== undefined && b.container !== undefined && a.container !== b.container) return keepsAll(a) && keepsAll(b) ? joinValues(asData(a), asData(b)) : undefined;
  const element = a.element === undefined ? b.element : b.element === undefined ? a.element : joinValues(a.element, b.element);
  if (element === undefined && (a.element ?? b.element) !== undefined) return undefined;
  const container = a.container ?? b.container;
  // A Map among other values could not be told from them.
  if (isConverted({ container, element }) && (a.data || b.data || a.primitive || b.primitive)) return undefined;
  const event = a.event || b.event ? { event: isEventOrNothing(a) && isEventOrNothing(b) } : {};
  const bytes = a.bytes || b.bytes ? { bytes: true } : {};
  const mixed = a.mixed || b.mixed ? { mixed: [a, b].some(losesMembers) ? ('lossy' as const) : ('whole' as const) } : {};
  return { ...event, ...bytes, ...mixed, undefined: a.undefined || b.undefined, null: a.null || b.null, primitive: a.primitive && b.primitive && a.primitive !== b.primitive ? 'any' : (a.primitive ?? b.primitive), data: a.data || b.data, container, element };
}

/** Whether a value, or a part of it, has binary data in it. */
export function hasBytes({ bytes, element }: Value): boolean {
  return bytes === true || (element !== undefined && hasBytes(element));
}

/** What lists and objects have in common: they are data. */
function asData(value: Value): Value {
  return { ...value, data: true, container: undefined, element: undefined, mixed: losesMembers(value) ? 'lossy' : 'whole' };
}

/** Whether storage keeps a value as it is, but for members of objects that are undefined. */
export function keepsAll({ container, element }: Pick<Value, 'container' | 'element'>): boolean {
  if (isConverted({ container, element: undefined })) return false;
  return element === undefined || (keepsAll(element) && !(container === 'array' && element.undefined));
}

/** Whether a value is undefined as a member of an object, or has such members. */
export function losesMembers(value: Value): boolean {
  return value.mixed === 'lossy' || (value.undefined && !value.data) || (value.element !== undefined && losesMembers(value.element));
}

/** Whether what is known of the members of what the browser gives holds for a value, too. */
function isEventOrNothing({ event, data, primitive, container, element }: Value): boolean {
  return event === true || (!data && primitive === undefined && (container === undefined || (container === 'array' && element === undefined)));
}

/** Whether storage keeps something else in the place of a value, or of what is in it: JSON has no Map, Set, Date or RegExp. */
export function isConverted({ container, element }: Pick<Value, 'container' | 'element'>): boolean {
  return (container !== undefined && container !== 'array' && container !== 'object') || (element !== undefined && isConverted(element));
}

/** A container that holds all of some values; undefined where one is not proven, or storage could not keep them together. */
export function withElement(container: Container, elements: readonly (Value | undefined)[]): Value | undefined {
  if (elements.some((element) => element === undefined)) return undefined;
  const [first, ...rest] = elements as Value[];
  const element = rest.reduce<Value | undefined>(joinValues, first);
  if (first !== undefined && element === undefined) return undefined;
  if (element !== undefined && !holdsMissing(container, element)) return undefined;
  return { ...NOTHING, container, element };
}

/** Whether what is undefined in a container can be told when it comes back: JSON makes null of it in a list, and drops it in an object. */
export function holdsMissing(container: Container, element: Value): boolean {
  if (!element.undefined || container === 'object') return true;
  return (container === 'array' || container === 'map') && !element.null && !element.data && !isConverted(element);
}

/** A number, string or boolean, and nothing else. */
export function isPlainPrimitive(value: Value | undefined): boolean {
  return value !== undefined && isPlain(value) && value.primitive !== undefined && isSolid(value);
}

/** A number that storage keeps, and nothing else. */
export function isNumeric(value: Value | undefined): boolean {
  return value?.primitive === 'number' && isPlain(value) && isSolid(value);
}

/** A value that is neither undefined nor null. */
export function withoutNothing(value: Value | undefined): Value | undefined {
  return value && { ...value, undefined: false, null: false };
}

/** Whether no value is known yet: what is made of it comes once there is one. */
export function isNever(value: Value): boolean {
  return isPlain(value) && isSolid(value) && value.primitive === undefined;
}

/** Never null or undefined. */
export function isSolid(value: Value): boolean {
  return !value.undefined && !value.null;
}
