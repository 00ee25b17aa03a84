export interface State {
  lists: Record<string, string[]>;
  total: number;
}

export const initialState: State = {
  lists: {},
  total: 0,
};
