"""When a picture is whole, and when a camera is stuck at one."""
import unittest

import support  # noqa: F401
from fakecamera import jpeg, recorded
from linkscope_agent import frozen
from linkscope_agent.jpeg import Jpeg


class JpegTest(unittest.TestCase):
    def whole(self, data, size=700):
        picture = Jpeg()
        for i in range(0, len(data), size):
            picture.feed(data[i:i + size])
        self.assertEqual(len(data), picture.size)
        return picture.starts() and picture.whole()

    def test_ends(self):
        real = recorded('mjpg-streamer-snapshot.http').partition(b'\r\n\r\n')[2]
        for size in (1, 2, 700, 10 ** 6):
            for data in (real, jpeg(1), jpeg(1, thumbnail=True)):
                self.assertTrue(self.whole(data, size))
                for cut in (1, 2, 500):
                    self.assertFalse(self.whole(data[:-cut], size), cut)

    def test_a_thumbnail_is_not_the_end(self):
        self.assertFalse(self.whole(jpeg(1, 300, thumbnail=True)[:-2]))

    def test_bytes_after_the_end(self):
        for more in (b'\0' * 70000, b'\r\n', b'trailer' * 1000):
            self.assertTrue(self.whole(jpeg(1) + more))
        plain = b'\xff\xd8\xff\xe0' + b'no structure ' * 400 + b'\xff\xd9'
        self.assertTrue(self.whole(plain + b'\0' * 70000))
        self.assertFalse(self.whole(plain[:-2] + b'\0' * 70000))

    def test_tables_without_end(self):
        self.assertFalse(self.whole(b'\xff\xd8' + b'\xff' * 300000))
        self.assertFalse(self.whole(b'\xff\xd8' + b'\xff\xe0\xff\xff' + bytes(300000)))


class FrozenTest(unittest.TestCase):
    def setUp(self):
        self.now = 0
        self.told = []
        self.watch = frozen.FrozenWatch(self.told.append, lambda: self.now)

    def see(self, *pictures, every=10):
        counts = []
        for picture in pictures:
            counts.append(self.watch.see(picture))
            self.now += every
        return counts

    def test_half_a_minute_of_the_same_picture(self):
        self.assertEqual([1, 2, 3], self.see(*'aaa'))
        self.assertEqual([], self.told)
        self.see('a')
        self.assertEqual(['true'], self.told)
        self.see(*'aaa')
        self.assertEqual(['true'], self.told)
        self.assertEqual([1, 1], self.see(*'bc'))
        self.assertEqual(['true', 'false'], self.told)

    def test_a_slow_camera_is_not_frozen(self):
        self.see(*'aaabbbccc')
        self.assertEqual(['false'], self.told)

    def test_two_are_no_proof_at_a_long_cadence(self):
        self.see('a', 'a', every=300)
        self.assertEqual([], self.told)
        self.see('a')
        self.assertEqual(['true'], self.told)

    def test_many_in_a_short_time_are_no_proof(self):
        self.see(*'a' * 29, every=1)
        self.assertEqual([], self.told)


if __name__ == '__main__':
    unittest.main()
