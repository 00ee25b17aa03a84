class Adapter {
  get runtime() {
    return { id: 'A' };
  }
}

const browser = new Adapter();
