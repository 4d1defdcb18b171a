import { errorText } from 'c/errorText';

describe('c/errorText', () => {
    it.each([
        ['an Apex error', { body: { message: 'No access to Account' } }, 'No access to Account'],
        ['several errors of the API', { body: [{ message: 'one' }, { message: 'two' }] }, 'one, two'],
        [
            'errors of a record',
            { body: { message: 'x', output: { errors: [{ message: 'Name is missing' }] } } },
            'Name is missing'
        ],
        ['an error of JavaScript', new Error('broken'), 'broken'],
        ['a failed request', { statusText: 'Bad Gateway' }, 'Bad Gateway'],
        ['nothing', undefined, 'c.ErrorUnknown']
    ])('reads %s', (_, error, expected) => {
        expect(errorText(error)).toBe(expected);
    });
});
