export default Object.seal({ n: 0 });
