function oneSecond() {
  return 1000;
}

const oneMinute = () => oneSecond() * 60;

let times = {
  oneMinute,
  oneSecond,
  REFRESH: 15,
};

times.UNITS = new Set(['second', 'minute']);
for (const name of ['Number', 'String']) times['is' + name] = (value) => typeof value === name.toLowerCase();

export default times;
