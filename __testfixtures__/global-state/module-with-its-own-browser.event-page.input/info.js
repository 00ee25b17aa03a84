export default { name: 'some browser' };
