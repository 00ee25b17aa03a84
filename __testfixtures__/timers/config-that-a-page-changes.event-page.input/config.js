var Config = {
  get servers() {
    return JSON.parse(localStorage.getItem('servers') || '[]');
  },
  set servers(value) {
    localStorage.setItem('servers', JSON.stringify(value));
  }
};
