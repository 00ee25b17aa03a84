function second() {
  return 1000;
}

let utils = { second };

export default utils;
