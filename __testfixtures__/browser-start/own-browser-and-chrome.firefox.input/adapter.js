class Adapter {
  get runtime() {
    return { id: 'A' };
  }
}

export const chrome = { id: 1 };
export const browser = new Adapter();
