const settings = {
  get(key) {
    return values.get(key);
  },
  set: (key, value) => values.set(key, value),
};
const values = new Map();
