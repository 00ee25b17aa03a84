class Adapter {
  get runtime() {
    return { id: 'A' };
  }
}

export const browser = new Adapter();
