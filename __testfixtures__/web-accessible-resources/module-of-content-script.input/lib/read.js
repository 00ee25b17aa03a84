export function read(title) {
  console.log(title);
}
