export let count = 0;
export const add = (by) => {
  count += by ? 1 : 2;
};
