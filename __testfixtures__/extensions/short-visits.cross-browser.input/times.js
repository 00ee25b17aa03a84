const times = {
  minute: () => 60 * 1000,
  visit: () => 10 * times.minute(),
  hour: () => 60 * times.minute(),
};
times.names = ['visit', 'hour'];
