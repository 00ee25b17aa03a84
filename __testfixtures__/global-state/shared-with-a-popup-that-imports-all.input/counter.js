let opened = 0;

export function countOpened() {
  return ++opened;
}
