export default {
  color: 'green',
  names: {},

  name(id, text) {
    this.names[id] = text;
  },
};
