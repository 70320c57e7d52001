import { describe, expect, test } from 'vitest'
import { isWeak } from '../../../worker/actions/identity/password-rules.ts'
import { commonPasswords } from '../../../worker/files/common-passwords.ts'

const about = ['luyang-r', '李报送', '景泰县']

describe('a password', () => {
  test.each([
    ['one that many have', '1234567890'],
    ['one that many Chinese have', 'woaini5201314'],
    ['a common word with a date behind it', 'woaini19880808'],
    ['a common word between digits and marks', '2026!!password..88'],
    ['a common word in capitals and wide letters', 'ＰＡＳＳＷＯＲＤ2026'],
    ['a common word twice', 'monkeymonkey'],
    ['a few characters again and again', '我爱你我爱你我爱你我'],
    ['a run over the keyboard', 'zxcvbnm,./123'],
    ['the alphabet', 'abcdefghijkl'],
    ['pairs in order', '1122334455'],
    ['a mobile phone’s number', '13812345678'],
    ['an identity card’s number', '11010519491231002X'],
    ['the login', 'luyang-r-2026'],
    ['the county', '景泰县2026年整治'],
    ['the name of the person', '李报送李报送李报送1'],
    ['the service', 'Xiangbang2026!'],
    ['too short', 'v9#kQ2!xz'],
  ])('is refused that is %s', (_, password) => {
    expect(isWeak(password, about)).toBe(true)
  })

  test.each([
    ['words of one’s own', 'green hills and clear water'],
    ['letters alone', 'mountaincoffeetriangle'],
    ['digits alone', '48103957264810'],
    ['Chinese alone', '青山绿水就是金山银山'],
    ['marks alone', '!)^%@(*#&$[}'],
    ['emoji', '🌾🐂🌧️🏔️🧧🥟🚜🌽🐓🍵'],
    ['the login within much else', 'luyang-r likes eleven geese'],
    ['a mixture', 'k7!mPz2@qLw9'],
  ])('may be %s: nothing is asked of its characters', (_, password) => {
    expect(isWeak(password, about)).toBe(false)
  })
})

test('the list is of thousands, and of such as could be chosen here', () => {
  const { passwords, words } = commonPasswords()
  expect(passwords.size).toBeGreaterThan(2500)
  expect(words.size).toBeGreaterThan(4000)
  expect(Math.min(...[...passwords].map((password) => password.length))).toBe(10)
})
