export let level = 1;

export function setLevel(value) {
	level = Math.min(3, Math.max(0.5, value));
}
