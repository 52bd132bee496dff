"""Wi-Fi power saving off: looked at, done, cut in the middle, finished and undone."""
import json
import os
import shutil
import unittest

from hands_support import DROP_IN, Here, Pi

import made_up_pi
from linkscope_hands import writer

RULE = '/etc/udev/rules.d/90-linkscope-wifi-powersave.rules'


class WifiTest(Pi):
    ACTION = 'wifi.power_save_off'

    def whole_way(self, file):
        before = self.tree()
        shown = self.look(self.ACTION)
        self.assertEqual(shown['obstacles'], [])
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'NOT_IN_PLACE')
        self.assertNotIn('error', self.ask('do', self.ACTION, shown=shown))
        self.assertEqual(self.get('power_save'), 'off')
        self.assertTrue(os.path.isfile(self.folder + file))
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'IN_PLACE')
        after = self.tree()
        self.ask('do', self.ACTION, shown=shown)
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**after, 'state/reloads': 0},
                         'twice does no more than once')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['ALREADY_SO'])
        for _ in range(2):
            self.assertNotIn('error', self.ask('undo', self.ACTION, undo=shown['undo']))
            self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'NOT_IN_PLACE')

    def test_with_networkmanager(self):
        self.whole_way(DROP_IN)
        self.assertEqual(self.get('reloads'), '3')

    def test_drop_in_is_read_behind_debians(self):
        names = [os.path.basename(DROP_IN), 'default-wifi-powersave-on.conf']
        self.assertEqual(sorted(names)[-1], names[0])

    def test_without_networkmanager(self):
        self.set('manager', 'none')
        self.whole_way(RULE)
        self.assertEqual(self.get('reloads'), '0')

    def test_profile_that_says_otherwise(self):
        self.set('profile', '3')
        shown = self.look(self.ACTION)
        self.assertEqual(len(shown['changes']), 3)
        self.ask('do', self.ACTION, shown=shown)
        self.assertEqual(self.get('profile'), '2')
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual(self.get('profile'), '3')

    def test_a_file_that_was_there_comes_back_with_mode_and_owner(self):
        path = self.folder + DROP_IN
        made_up_pi.write(path, 'somebody\nelse\'s \xe4', 0o640)
        os.chown(path, 12, 34)
        before = self.tree()
        shown = self.look(self.ACTION)
        self.ask('do', self.ACTION, shown=shown)
        self.assertNotEqual(self.tree(), before)
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_folders_that_were_missing_go_again(self):
        shutil.rmtree(self.folder + '/etc/NetworkManager')
        self.whole_way(DROP_IN)

    def test_cut_after_each_step(self):
        self.set('profile', '3')
        for steps, standing in ((0, 'NOT_IN_PLACE'), (1, 'IN_PART'), (2, 'IN_PART'), (3, 'IN_PLACE')):
            for finish in (True, False):
                with self.subTest(steps=steps, finish=finish):
                    before = self.tree()
                    shown = self.look(self.ACTION)
                    reply = self.ask('do', self.ACTION, shown=shown, here=Here(steps))
                    self.assertEqual('error' in reply, steps < 3)
                    undo = shown['undo']
                    told = self.ask('standing', self.ACTION, undo=undo)
                    self.assertEqual(told['standing'], standing)
                    if finish:
                        self.assertNotIn('error', self.ask('do', self.ACTION, shown=shown))
                        told = self.ask('standing', self.ACTION, undo=undo)
                        self.assertEqual(told['standing'], 'IN_PLACE')
                    self.assertNotIn('error', self.ask('undo', self.ACTION, undo=undo))
                    self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_undo_cut_after_each_step(self):
        before = self.tree()
        shown = self.look(self.ACTION)
        for steps, standing in ((0, 'IN_PLACE'), (1, 'IN_PART'), (2, 'NOT_IN_PLACE')):
            with self.subTest(steps=steps):
                self.ask('do', self.ACTION, shown=shown)
                self.ask('undo', self.ACTION, undo=shown['undo'], here=Here(steps))
                told = self.ask('standing', self.ACTION, undo=shown['undo'])
                self.assertEqual(told['standing'], standing)
                self.ask('undo', self.ACTION, undo=shown['undo'])
                self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_what_a_killed_writer_left_goes_with_the_undo(self):
        before = self.tree()
        shown = self.look(self.ACTION)
        made_up_pi.write(writer.beside(self.folder + DROP_IN), 'half a fi')
        self.assertNotIn('error', self.ask('undo', self.ACTION, undo=shown['undo']))
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_changed_meanwhile(self):
        shown = self.look(self.ACTION)
        made_up_pi.write(self.folder + DROP_IN, 'by somebody else')
        before = self.tree()
        for mode in ('do', 'undo'):
            reply = self.ask(mode, self.ACTION, shown=shown, undo=shown['undo'])
            self.assertEqual(reply['error']['code'], 'changed_meanwhile')
            self.assertEqual(self.tree(), before)

    def test_another_manager_meanwhile(self):
        shown = self.look(self.ACTION)
        self.set('manager', 'none')
        reply = self.ask('do', self.ACTION, shown=shown)
        self.assertEqual(reply['error']['code'], 'changed_meanwhile')
        self.assertFalse(os.path.exists(self.folder + DROP_IN))

    def test_a_link_is_not_followed(self):
        os.symlink('/etc/hostname', self.folder + DROP_IN)
        reply = self.ask('look', self.ACTION)
        self.assertEqual(reply['error']['code'], 'failed')

    def test_an_undo_of_other_files_is_refused(self):
        kept = json.loads(self.look(self.ACTION)['undo'])
        for path in ('/etc/shadow', self.folder + '/etc/udev/rules.d/../passwd', ''):
            kept['steps'][0]['path'] = path
            reply = self.ask('undo', self.ACTION, undo=json.dumps(kept))
            self.assertEqual(reply['error']['code'], 'bad_request')

    def test_not_here(self):
        shutil.rmtree(self.folder + '/sys/class/net/wlan0')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['NOT_HERE'])
        self.assertEqual(self.ask('do', self.ACTION, shown={})['error']['code'], 'bad_request')

    def test_a_program_that_others_can_change_is_not_run_at_each_start(self):
        self.set('manager', 'none')
        os.chmod(self.folder + '/bin/iw', 0o777)
        self.assertEqual(self.ask('look', self.ACTION)['error']['code'], 'failed')

    def test_a_driver_that_does_not_follow_is_told(self):
        shown = self.look(self.ACTION)
        made_up_pi.write(self.folder + '/bin/iw', '#!/bin/sh\necho Power save: on\n', 0o755)
        self.assertEqual(self.ask('do', self.ACTION, shown=shown)['error']['code'], 'failed')
        told = self.ask('standing', self.ACTION, undo=shown['undo'])
        self.assertEqual(told['standing'], 'IN_PART')

    def test_missing_program(self):
        os.unlink(self.folder + '/bin/iw')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['MISSING_PROGRAM'])


if __name__ == '__main__':
    unittest.main()
